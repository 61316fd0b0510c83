package dev.zoomkit.mock.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.DescribedOperation.DocumentedError;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import dev.zoomkit.spec.reader.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Cuts lists into pages. A token says where to go on, until when it lives and to which request it
 * belongs. Thread-safe.
 */
final class PageCutter {
  private static final Pattern SAYS_TOKEN = Pattern.compile("page token is (not|invalid)");

  /** How long a page token lives. */
  static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

  private final Clock clock;

  PageCutter(Clock clock) {
    this.clock = clock;
  }

  /**
   * Puts one page of the items into a response, and into the page fields that its schema has.
   *
   * @param response the response without items
   * @param items the dotted path at which the items belong
   * @param total how many items there are on all pages
   * @param row shows one of them, from 0; asked only for those of the page
   * @throws ErrorResponseException if the request's page token is no longer good, or never was
   */
  void cut(
      Call call,
      ObjectNode response,
      MergedSchema schema,
      String items,
      int total,
      IntFunction<JsonNode> row) {
    int size =
        number(
            call,
            "page_size",
            call.operation().queryParameter("page_size") == null ? Integer.MAX_VALUE : 30);
    if (size < 1) {
      throw ErrorResponseException.ofField("page_size", "A page has at least one item.");
    }
    String token = call.query().path("next_page_token").asText();
    int asked = number(call, "page_number", 1);
    long wanted = token.isEmpty() ? (asked - 1L) * size : offset(call, token);
    int from = wanted < 0 || wanted > total ? total : (int) wanted;
    int to = (int) Math.min((long) from + size, total);

    ObjectNode container = response;
    MergedSchema fields = schema;
    String[] names = items.split("\\.");
    for (int i = 0; i < names.length - 1; i++) {
      container = container.withObjectProperty(names[i]);
      fields = property(fields, names[i]);
    }
    ArrayNode page = Json.array();
    for (int i = from; i < to; i++) {
      page.add(row.apply(i));
    }
    container.set(names[names.length - 1], page);

    int shownSize = size == Integer.MAX_VALUE ? Math.max(total, 1) : size;
    set(container, fields, "page_size", shownSize);
    set(container, fields, "page_number", token.isEmpty() ? asked : from / shownSize + 1);
    set(container, fields, "page_count", (total + shownSize - 1) / shownSize);
    set(container, fields, "total_records", total);
    if (container != response) {
      span(call, container, fields);
    }
    if (fields.has("next_page_token")) {
      boolean more = to < total && call.operation().queryParameter("next_page_token") != null;
      container.put("next_page_token", more ? token(call, to) : "");
    }
  }

  private static MergedSchema property(MergedSchema schema, String name) {
    MergedSchema property = schema.property(name);
    if (property == null) {
      throw new IllegalStateException(
          schema.pointer() + " has no property " + name + ", though x-zoom-paging says so.");
    }
    return property;
  }

  private static int number(Call call, String name, int otherwise) {
    JsonNode given = call.query().path(name);
    if (given.isInt()) {
      return given.asInt();
    }
    Parameter parameter = call.operation().queryParameter(name);
    JsonNode byDefault = parameter == null ? null : parameter.schema().defaultValue();
    return byDefault == null ? otherwise : byDefault.asInt();
  }

  private static void set(ObjectNode container, MergedSchema fields, String name, int value) {
    MergedSchema schema = fields.property(name);
    if (schema == null) {
      return;
    }
    JsonNode number =
        schema.type().equals("string")
            ? TextNode.valueOf(Integer.toString(value))
            : IntNode.valueOf(value);
    if (schema.accepts(number)) {
      container.set(name, number);
    } else {
      container.remove(name);
    }
  }

  /** The days that were asked for, as days or times, whichever the page has. */
  static void span(Call call, ObjectNode container, MergedSchema fields) {
    for (String end : List.of("from", "to")) {
      MergedSchema schema = fields.property(end);
      String asked = call.query(call.operation().window().path(end).asText()).asText();
      if (schema != null && !asked.isEmpty()) {
        boolean cut = !schema.accepts(TextNode.valueOf(asked)) && asked.length() > 10;
        container.put(end, cut ? asked.substring(0, 10) : asked);
      }
    }
  }

  /** Takes out the days of an example, which nobody has asked for. */
  static void forgetSpan(Call call, ObjectNode container, MergedSchema fields) {
    for (String end : List.of("from", "to")) {
      if (call.operation().window().has(end) && !fields.required().contains(end)) {
        container.remove(end);
      }
    }
  }

  private String token(Call call, int offset) {
    String content =
        offset + "." + clock.instant().plus(TOKEN_LIFE).toEpochMilli() + "." + fingerprint(call);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(content.getBytes(StandardCharsets.UTF_8));
  }

  private int offset(Call call, String token) {
    String[] parts = parts(token);
    boolean good =
        parts != null
            && parts.length == 3
            && parts[2].equals(fingerprint(call))
            && clock.instant().isBefore(Instant.ofEpochMilli(Long.parseLong(parts[1])));
    if (!good) {
      throw refusal(call.operation());
    }
    return Integer.parseInt(parts[0]);
  }

  /** The error that the operation documents, or that of most operations. */
  private static ErrorResponseException refusal(DescribedOperation operation) {
    int code =
        operation.errors().stream()
            .filter(row -> row.status() == 400 && SAYS_TOKEN.matcher(row.meaning()).find())
            .findFirst()
            .map(DocumentedError::sentCode)
            .orElse(300);
    return new ErrorResponseException(
        400, code, "The next page token is either invalid or expired.");
  }

  private static String @Nullable [] parts(String token) {
    try {
      String content = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      return content.matches("\\d{1,9}\\.\\d{1,18}\\.[0-9a-f]+") ? content.split("\\.") : null;
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }

  /** All that has to stay equal from page to page. */
  private static String fingerprint(Call call) {
    Map<String, String> query = new TreeMap<>();
    for (var field : call.query().properties()) {
      JsonNode value = field.getValue();
      query.put(field.getKey(), value.isValueNode() ? value.asText() : Json.text(value));
    }
    query.keySet().removeAll(Set.of("next_page_token", "page_number"));
    CRC32 sum = new CRC32();
    sum.update((call.operation().id() + call.path() + query).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
