package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a report may show of a value, so that it names no person and tells no secret. */
final class Shown {

  /** What stands in the place of a value or a name that might tell of somebody. */
  static final String BLACK = "(withheld)";

  private static final int LONGEST = 40;

  /** Words of few letters and digits: an id, a telephone number or a key has more of them. */
  private static final Pattern CODE =
      Pattern.compile(
          "-?\\d{1,6}"
              + "|(?!(?:\\D*\\d){5})(?!.*[A-Za-z0-9]{17})[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_-]*\\d{0,3}");
  private static final List<String> MARKS = List.of("x-zoom-personal", "x-zoom-secret");

  private final BundledDescription description;

  Shown(BundledDescription description) {
    this.description = description;
  }

  /**
   * A value that an enumeration lacks, where it looks like one of an enumeration.
   *
   * @param schema null where the description has none for it
   */
  String value(JsonNode value, @Nullable JsonNode schema) {
    String text = value.asText();
    boolean plain = text.length() <= LONGEST && CODE.matcher(text).matches();
    return plain && !isMarked(schema) ? text : BLACK;
  }

  /**
   * What a text looks like: {@code 9999-99-99 99:99} for a time, with all words alike. A number
   * where it is small, else the type.
   *
   * @param schema null where the description has none for it
   */
  String shape(JsonNode value, @Nullable JsonNode schema) {
    if (!value.isTextual() || isMarked(schema)) {
      String number = value.isNumber() ? value(value, schema) : BLACK;
      return number.equals(BLACK) ? type(value) : number;
    }
    String text = value.textValue();
    String shape =
        text.replaceAll("[\\p{L}\\p{M}]+", "a").replaceAll("\\p{N}", "9").replaceAll("[^ -~]", "?");
    return "\"%s\"%s"
        .formatted(
            shape.substring(0, Math.min(LONGEST, shape.length())),
            text.length() > LONGEST ? " of " + text.length() + " characters" : "");
  }

  /** Whether the description says that a value is a secret or tells of a person. */
  boolean isMarked(@Nullable JsonNode schema) {
    return schema == null
        || MARKS.stream()
            .map(mark -> description.keyword(schema, mark))
            .anyMatch(mark -> mark != null && mark.booleanValue());
  }

  /** A name of a member that looks like one: some objects have values for names. */
  static String name(String member) {
    return NAME.matcher(member).matches() ? member : BLACK;
  }

  /** The status, with Zoom's code where the body has one. */
  static String status(Exchange exchange) {
    JsonNode code = exchange.json().path("code");
    return exchange.status() + (code.canConvertToInt() ? " with code " + code.intValue() : "");
  }

  static String mediaType(Exchange exchange) {
    String type = ContractCheck.mediaType(exchange.responseType());
    return type.matches("[\\w.+-]+/[\\w.+-]+") ? type : BLACK;
  }

  static String type(JsonNode value) {
    return value.isIntegralNumber()
        ? "integer"
        : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
