package dev.zoomkit.spec.drift;

import dev.zoomkit.spec.reader.Fingerprint;
import java.util.List;

/**
 * Something that a file of Zoom's says and ours does not, or the other way round.
 *
 * @param category the tag of the operation; Zoom's where ours lacks it
 * @param operation the id of our operation, or the method and path of one that ours lacks
 * @param place where in the operation, such as {@code response users[].id}; empty for it as a whole
 * @param upstream what Zoom's files say; empty where they say nothing
 * @param ours what ours says; empty where it says nothing
 * @param says the editions that say so, {@code ordinary} and {@code master}
 * @param knows the editions that have the operation
 * @param agrees the editions that say what ours says
 * @param pointer the file of Zoom's and where in it
 * @param source our file and line
 */
record Difference(
    Kind kind,
    String category,
    String operation,
    String place,
    String upstream,
    String ours,
    List<String> says,
    List<String> knows,
    List<String> agrees,
    String pointer,
    String source) {

  /** The same in every run in which both sides say the same, whatever the files are called. */
  String fingerprint() {
    return Fingerprint.of(kind.title(), operation, place, upstream, ours);
  }
}
