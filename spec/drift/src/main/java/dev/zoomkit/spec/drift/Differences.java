package dev.zoomkit.spec.drift;

import dev.zoomkit.spec.reader.SourceLines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The differences between one operation of ours and its editions, in the order of their finding.
 */
final class Differences {
  private final OurOperation ours;
  private final List<UpstreamOperation> editions;
  private final SourceLines lines;
  private final List<Difference> found = new ArrayList<>();

  Differences(OurOperation ours, List<UpstreamOperation> editions, SourceLines lines) {
    this.ours = ours;
    this.editions = editions;
    this.lines = lines;
  }

  List<Difference> found() {
    return Collections.unmodifiableList(found);
  }

  /** The edition that a difference is shown in: the first that states it, else the first of all. */
  UpstreamOperation first(List<UpstreamOperation> says) {
    return says.isEmpty() ? editions.get(0) : says.get(0);
  }

  /**
   * Notes a difference.
   *
   * @param place the parameter or field that it is about; empty for the operation itself
   * @param upstream what the editions state
   * @param our what ours states
   * @param says the editions that state it; none where none has what ours has
   * @param agrees the editions that state what ours does
   * @param at the JSON pointer to it in the first edition
   * @param source the JSON pointer to it in our bundle
   */
  void add(
      Kind kind,
      String place,
      String upstream,
      String our,
      List<UpstreamOperation> says,
      List<UpstreamOperation> agrees,
      String at,
      String source) {
    found.add(
        new Difference(
            kind,
            ours.operation().category(),
            ours.operation().id(),
            place,
            upstream,
            our,
            Editions.names(says),
            Editions.names(editions),
            Editions.names(agrees),
            first(says).file() + "#" + at,
            lines.of(source).toString()));
  }
}
