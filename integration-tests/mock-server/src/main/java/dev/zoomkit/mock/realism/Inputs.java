package dev.zoomkit.mock.realism;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Zoom makes of a request that it should refuse. */
final class Inputs {
  private static final Pattern OFFSET = Pattern.compile("(.*T.*)[+-]\\d\\d:?\\d\\d");
  private static final int DAY = "2027-03-01".length();
  private static final String REGISTRANTS = "registrants";

  private final Set<Kind> kinds;

  Inputs(Set<Kind> kinds) {
    this.kinds = kinds;
  }

  /** The query, whose window begins later where it is longer than the operation takes. */
  Map<String, List<String>> query(DescribedOperation operation, Map<String, List<String>> query) {
    JsonNode window = operation.window();
    String fromName = window.path("from").asText();
    String from = first(query, fromName);
    String to = first(query, window.path("to").asText());
    if (!kinds.contains(Kind.CLAMPED_WINDOWS)
        || !window.has("maxDays")
        || from.length() < DAY
        || to.length() < DAY) {
      return query;
    }
    try {
      int maxDays = window.path("maxDays").asInt();
      LocalDate end = LocalDate.parse(to.substring(0, DAY));
      LocalDate start = LocalDate.parse(from.substring(0, DAY));
      if (ChronoUnit.DAYS.between(start, end) <= maxDays) {
        return query;
      }
      Map<String, List<String>> clamped = new LinkedHashMap<>(query);
      clamped.put(fromName, List.of(end.minusDays(maxDays) + from.substring(DAY)));
      return clamped;
    } catch (DateTimeException noDay) {
      return query;
    }
  }

  private static String first(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  /** The body, whose times are in UTC where they have an offset. */
  byte[] body(DescribedOperation operation, byte[] body) {
    Content request = operation.request();
    if (!kinds.contains(Kind.IGNORED_INPUT)
        || request == null
        || !(json(body) instanceof ObjectNode object)) {
      return body;
    }
    boolean changed = false;
    for (String name : request.schema().names()) {
      MergedSchema property = request.schema().property(name);
      Matcher offset = OFFSET.matcher(object.path(name).asText());
      if (property != null && property.key(TimeZones.KEY).isTextual() && offset.matches()) {
        object.put(name, offset.group(1) + "Z");
        changed = true;
      }
    }
    return changed ? Json.text(object).getBytes(StandardCharsets.UTF_8) : body;
  }

  /** The success of a call that does nothing, for its only field has a wrong name; null else. */
  @Nullable Response overlooked(DescribedOperation operation, byte[] body) {
    boolean status = operation.path().endsWith("/" + REGISTRANTS + "/status");
    return kinds.contains(Kind.IGNORED_INPUT)
            && status
            && json(body) instanceof ObjectNode object
            && object.has("registrant")
            && !object.has(REGISTRANTS)
        ? Response.empty(operation.success())
        : null;
  }

  private static @Nullable JsonNode json(byte[] body) {
    return Json.parse(new String(body, StandardCharsets.UTF_8));
  }
}
