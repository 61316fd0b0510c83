package dev.zoomkit.contract;

/** One place where an exchange and the description disagree. */
record Finding(Rule rule, String where, String what) {

  /** What the check holds an exchange against. */
  enum Rule {
    UNKNOWN_PATH,
    PATH_PARAMETER,
    QUERY_PARAMETER,
    REQUEST_TYPE,
    REQUEST_BODY,
    UNDESCRIBED_REQUEST_FIELD,
    UNDOCUMENTED_STATUS,
    BODY_ON_204,
    RESPONSE_TYPE,
    RESPONSE_BODY,
    UNDESCRIBED_RESPONSE_FIELD
  }

  @Override
  public String toString() {
    return rule + " in " + where + ": " + what;
  }
}
