package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a thing that is read has of the request that made or changed it. */
final class KeptFields {

  /** A time on the clocks of a zone is read as the moment that it means. */
  private static final String TIME_ZONE = "x-zoom-time-zone";

  private final BundledDescription description;
  private final JsonNode sent;
  private final JsonNode seen;

  KeptFields(BundledDescription description, Operation write, Operation read) {
    this.description = description;
    this.sent = description.requestSchema(write);
    this.seen = description.responseSchema(read);
  }

  /** The places of a request that both speak of, and at which the thing has another value. */
  List<String> lost(JsonNode request, JsonNode thing) {
    List<String> places = new ArrayList<>();
    lost(sent, seen, request, thing, "", places);
    return places;
  }

  private void lost(
      JsonNode written,
      JsonNode read,
      JsonNode request,
      JsonNode thing,
      String at,
      List<String> to) {
    Map<String, JsonNode> readable = description.properties(read);
    Map<String, JsonNode> writable = description.properties(written);
    if (!request.isObject() || readable.isEmpty()) {
      if (!same(request, thing)) {
        to.add(at);
      }
      return;
    }
    request
        .properties()
        .forEach(
            field -> {
              String name = field.getKey();
              JsonNode property = readable.get(name);
              if (property != null
                  && writable.containsKey(name)
                  && description.keyword(writable.get(name), TIME_ZONE) == null) {
                lost(
                    writable.get(name),
                    property,
                    field.getValue(),
                    thing.path(name),
                    at + "/" + name,
                    to);
              }
            });
  }

  /** The places of what was read before that a request does not name, and that have changed. */
  List<String> changed(JsonNode request, JsonNode before, JsonNode after) {
    List<String> places = new ArrayList<>();
    changed(sent, request, before, after, "", places);
    return places;
  }

  private void changed(
      JsonNode written,
      JsonNode request,
      JsonNode before,
      JsonNode after,
      String at,
      List<String> to) {
    Map<String, JsonNode> writable = description.properties(written);
    before
        .properties()
        .forEach(
            field -> {
              String name = field.getKey();
              JsonNode now = after.path(name);
              if (!writable.containsKey(name)) {
                return;
              }
              if (request.path(name).isObject() && field.getValue().isObject()) {
                changed(
                    writable.get(name),
                    request.get(name),
                    field.getValue(),
                    now,
                    at + "/" + name,
                    to);
              } else if (!request.has(name) && !same(field.getValue(), now)) {
                to.add(at + "/" + name);
              }
            });
  }

  /** Whether two values say the same; a moment can be written with any offset. */
  private static boolean same(JsonNode one, JsonNode other) {
    if (one.equals(other) || one.isValueNode() && one.asText().equals(other.asText())) {
      return true;
    }
    if (one.isArray() && other.isArray() && one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        if (!partOf(one.get(i), other.get(i))) {
          return false;
        }
      }
      return true;
    }
    return one.isTextual()
        && other.isTextual()
        && moment(one.asText()) != null
        && moment(one.asText()).equals(moment(other.asText()));
  }

  /** Whether an item has all that was sent of it. */
  private static boolean partOf(JsonNode sent, JsonNode item) {
    return sent.isObject()
        ? sent.properties().stream()
            .allMatch(
                field ->
                    !item.has(field.getKey()) || partOf(field.getValue(), item.get(field.getKey())))
        : same(sent, item);
  }

  private static @Nullable Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException none) {
      return null;
    }
  }
}
