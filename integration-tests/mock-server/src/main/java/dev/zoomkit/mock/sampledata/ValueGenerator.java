package dev.zoomkit.mock.sampledata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.spec.reader.MergedSchema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * New ids, times and links that look like the description's examples. The same seed gives the same
 * ids in the same order. Not thread-safe.
 */
public final class ValueGenerator {
  private static final Pattern MADE_AT =
      Pattern.compile("(creat|updat|add|assign|upload|modif|regist)\\w*_(at|time|date)");
  private static final int LONG_RUN = 8;

  private final Random random;
  private final Clock clock;

  public ValueGenerator(long seed, Clock clock) {
    this.random = new Random(seed);
    this.clock = clock;
  }

  /** A text of the same make: letters for letters, digits for digits, everything else as it is. */
  String like(String example) {
    StringBuilder generator = new StringBuilder();
    for (int i = 0; i < example.length(); i++) {
      generator.append(like(example.charAt(i), i == 0));
    }
    return generator.toString();
  }

  private char like(char example, boolean first) {
    if (example >= '0' && example <= '9') {
      return (char) (first ? '1' + random.nextInt(9) : '0' + random.nextInt(10));
    }
    if (example >= 'a' && example <= 'z') {
      return (char) ('a' + random.nextInt(26));
    }
    return example >= 'A' && example <= 'Z' ? (char) ('A' + random.nextInt(26)) : example;
  }

  /** An id of the same make and JSON type. */
  public JsonNode id(JsonNode example) {
    String text = like(example.asText());
    return example.isIntegralNumber()
        ? LongNode.valueOf(Long.parseLong(text))
        : TextNode.valueOf(text);
  }

  /**
   * A link whose last long run of letters and digits after the host is new, but for those to keep.
   */
  String link(String example, Predicate<String> keep) {
    int path = example.indexOf('/', "https://".length());
    if (path < 0) {
      return example;
    }
    int end = example.length();
    while (end > path) {
      int start = end;
      while (isOfRun(example.charAt(start - 1))) {
        start--;
      }
      String run = example.substring(start, end);
      if (run.length() >= LONG_RUN && !keep.test(run)) {
        return example.substring(0, start) + like(run) + example.substring(end);
      }
      end = start - 1;
    }
    return example;
  }

  private static boolean isOfRun(char one) {
    return one >= 'a' && one <= 'z'
        || one >= 'A' && one <= 'Z'
        || one >= '0' && one <= '9'
        || one == '_'
        || one == '-';
  }

  public Instant instant() {
    return clock.instant();
  }

  /** The time as a date-time in UTC. */
  public String timestamp() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Whether a property says when a thing was made or last changed. */
  static boolean isMadeAt(String name, MergedSchema schema) {
    return schema.format() != null
        && schema.format().startsWith("date")
        && MADE_AT.matcher(name).find();
  }

  /** The time as a property of the shape's format has it. */
  JsonNode now(MergedSchema schema) {
    return TextNode.valueOf(
        "date".equals(schema.format()) ? timestamp().substring(0, 10) : timestamp());
  }
}
