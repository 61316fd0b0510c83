package dev.zoomkit.mock.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.description.MergedSchema;
import dev.zoomkit.mock.description.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list's query parameters select: those that bear the name of a property, and the date
 * window.
 */
public final class Filters {
  /** Parameters that say how to list, and not what, though rows have properties of such names. */
  private static final Set<String> MANNERS =
      Set.of("page_size", "page_number", "next_page_token", TimeZones.NAME);

  private Filters() {}

  /** Whether a list shows a thing. What is left out counts with its documented default. */
  static boolean matches(Call call, MergedSchema row, JsonNode data) {
    for (Parameter parameter : call.operation().parameters()) {
      MergedSchema property = row.property(parameter.name());
      if (parameter.inQuery()
          && property != null
          && !MANNERS.contains(parameter.name())
          && compare(parameter, property)) {
        JsonNode given = call.query(parameter.name());
        JsonNode wanted = given.isMissingNode() ? parameter.schema().defaultValue() : given;
        JsonNode actual = data.path(parameter.name());
        boolean unknown = actual.isMissingNode() && given.isMissingNode();
        if (wanted != null && !unknown && !texts(wanted).contains(actual.asText())) {
          return false;
        }
      }
    }
    return inWindow(call, row, data);
  }

  private static List<String> texts(JsonNode value) {
    return value.isArray() ? Json.texts(value) : List.of(value.asText());
  }

  /**
   * Whether a parameter and a property of one name speak of the same thing: one type, and values in
   * common.
   */
  private static boolean compare(Parameter parameter, MergedSchema property) {
    MergedSchema items = parameter.schema().items();
    MergedSchema wanted = items == null ? parameter.schema() : items;
    boolean values =
        wanted.values().isEmpty()
            || property.values().isEmpty()
            || !Collections.disjoint(wanted.values(), property.values());
    return wanted.type().equals(property.type()) && values;
  }

  /** Days are those of the time zone that the call names, if any, else of UTC. */
  private static boolean inWindow(Call call, MergedSchema row, JsonNode data) {
    String from = call.query(call.operation().window().path("from").asText()).asText();
    String to = call.query(call.operation().window().path("to").asText()).asText();
    String name = dateProperty(row);
    String time = name == null ? "" : data.path(name).asText();
    ZoneId zone = TimeZones.first(call.query(TimeZones.NAME));
    return !isBefore(time, from, zone) && !isBefore(to, time, zone);
  }

  /** Whether a date-time is before another, or, where one of the two is a date, its day. */
  private static boolean isBefore(String time, String other, ZoneId zone) {
    Instant instant = TimeZones.instant(time);
    Instant otherInstant = TimeZones.instant(other);
    if (instant != null && otherInstant != null) {
      return instant.isBefore(otherInstant);
    }
    LocalDate day = instant == null ? day(time) : instant.atZone(zone).toLocalDate();
    LocalDate otherDay =
        otherInstant == null ? day(other) : otherInstant.atZone(zone).toLocalDate();
    return day != null && otherDay != null && day.isBefore(otherDay);
  }

  private static @Nullable String dateProperty(MergedSchema row) {
    List<String> dates = new ArrayList<>();
    for (String name : row.names()) {
      MergedSchema property = row.property(name);
      if (property != null && property.format() != null && property.format().startsWith("date")) {
        dates.add(name);
      }
    }
    return dates.contains("start_time") ? "start_time" : dates.isEmpty() ? null : dates.get(0);
  }

  /** The day of a date or date-time; null where it is neither, or on no calendar. */
  public static @Nullable LocalDate day(String text) {
    try {
      return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }
}
