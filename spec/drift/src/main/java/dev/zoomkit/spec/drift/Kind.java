package dev.zoomkit.spec.drift;

/** The kinds of differences, what is worst for callers first. */
enum Kind {
  OPERATION_LACKS("Zoom has an operation that ours lacks"),
  OPERATION_OURS("ours has an operation that Zoom's files lack"),
  SUCCESS("the success differs"),
  MEDIA_TYPE("the type of a body differs"),
  TYPE("the type differs"),
  REQUIRED("whether it has to be sent differs"),
  PARAMETER_LACKS("Zoom has a parameter that ours lacks"),
  PARAMETER_OURS("ours has a parameter that Zoom's files lack"),
  REQUEST_LACKS("Zoom takes a field that ours lacks"),
  REQUEST_OURS("ours sends a field that Zoom's files lack"),
  RESPONSE_LACKS("Zoom returns a field that ours lacks"),
  RESPONSE_OURS("ours has a field that Zoom's files lack"),
  SCOPE_LACKS("Zoom takes a scope that ours lacks"),
  SCOPE_OURS("ours takes a scope that Zoom's files lack"),
  RATE_LIMIT("the rate label differs"),
  VALUE_LACKS("Zoom has a value that ours lacks"),
  VALUE_OURS("ours has a value that Zoom's files lack"),
  FORMAT("the format differs"),
  LIMIT("a limit differs"),
  ODD_LIMIT("Zoom's file has a limit that its type cannot have"),
  DEFAULT("the default differs"),
  ERROR_LACKS("Zoom has an error that ours lacks"),
  ERROR_OURS("ours has an error that Zoom's files lack"),
  DEPRECATED("whether it is deprecated differs");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** The kind as a decision writes it: {@code value-lacks}. */
  String title() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** What it means, for a person. */
  String words() {
    return words;
  }
}
