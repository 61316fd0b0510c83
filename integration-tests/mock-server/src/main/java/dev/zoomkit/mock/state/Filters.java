package dev.zoomkit.mock.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.store.Property;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import dev.zoomkit.spec.reader.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a list's query parameters select: those that bear the name of a property, in the plural
 * where they take several ids, and the date window.
 */
public final class Filters {
  /** Parameters that say how to list, and not what, though rows have properties of such names. */
  private static final Set<String> MANNERS =
      Set.of("page_size", "page_number", "next_page_token", TimeZones.NAME);

  private static final String START = "start_time";

  private Filters() {}

  /**
   * What a call's parameters list things by; empty where they list all. What is left out counts
   * with its documented default.
   */
  static List<Filter> of(Call call, MergedSchema row) {
    List<Filter> filters = new ArrayList<>();
    for (Parameter parameter : call.operation().parameters()) {
      String name = parameter.name();
      boolean several = !row.has(name) && name.endsWith("_ids");
      String of = several ? name.substring(0, name.length() - 1) : name;
      MergedSchema property = row.property(of);
      JsonNode given = call.query(name);
      JsonNode wanted = given.isMissingNode() ? parameter.schema().defaultValue() : given;
      if (parameter.inQuery()
          && property != null
          && wanted != null
          && !MANNERS.contains(name)
          && compare(parameter, property)) {
        List<String> texts = texts(wanted);
        if (!isOfRows(texts, property)) {
          continue;
        }
        String whenAbsent = given.isMissingNode() && !texts.isEmpty() ? texts.get(0) : "";
        filters.add(new Filter(new Property(of, whenAbsent), Set.copyOf(texts)));
      }
    }
    return filters;
  }

  /** Whether rows can have a value at all: one that none can have stands for any of them. */
  private static boolean isOfRows(List<String> values, MergedSchema property) {
    return property.values().isEmpty() || values.stream().anyMatch(property.values()::contains);
  }

  /** A property, and what it may have. */
  record Filter(Property property, Set<String> values) implements Predicate<Resource> {

    /** Whether it lists what has one value, which the collection has an index of. */
    boolean isOfOne() {
      return values.size() == 1;
    }

    @Override
    public boolean test(Resource resource) {
      return values.contains(property.of(resource));
    }
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

  /**
   * The date window of a call; empty where it has none. Days are those of the time zone that the
   * call names, if any, else of UTC.
   */
  static List<Predicate<Resource>> window(Call call, MergedSchema row) {
    ZoneId zone = TimeZones.first(call.query(TimeZones.NAME));
    Moment from = Moment.of(asked(call, "from"), zone);
    Moment to = Moment.of(asked(call, "to"), zone);
    String name = from.isKnown() || to.isKnown() ? dateProperty(call, row) : null;
    return name == null
        ? List.of()
        : List.of(
            resource -> {
              Moment time = Moment.of(resource.data().path(name).asText(), zone);
              return !time.isBefore(from) && !to.isBefore(time);
            });
  }

  private static String asked(Call call, String end) {
    return call.query(call.operation().window().path(end).asText()).asText();
  }

  /** A date-time, or a date, of which only the day is known; or neither. */
  private record Moment(@Nullable Instant instant, @Nullable LocalDate day) {

    static Moment of(String text, ZoneId zone) {
      Instant instant = TimeZones.instant(text);
      return new Moment(
          instant, instant == null ? Filters.day(text) : instant.atZone(zone).toLocalDate());
    }

    boolean isKnown() {
      return day != null;
    }

    /** Whether it is before another, or, where one of the two is a date, its day. */
    boolean isBefore(Moment other) {
      return instant != null && other.instant != null
          ? instant.isBefore(other.instant)
          : day != null && other.day != null && day.isBefore(other.day);
    }
  }

  /** The word for the time that a window speaks of; empty where a call cannot choose. */
  private static String dateType(Call call) {
    for (String name : List.of("query_date_type", "time_filter_field")) {
      Parameter parameter = call.operation().queryParameter(name);
      JsonNode byDefault = parameter == null ? null : parameter.schema().defaultValue();
      if (byDefault != null) {
        return call.query(name).asText(byDefault.asText());
      }
    }
    return "";
  }

  /** The time that has to lie in the window: the one that the call names, else the start. */
  private static @Nullable String dateProperty(Call call, MergedSchema row) {
    String asked = dateType(call);
    List<String> dates = new ArrayList<>();
    for (String name : row.names()) {
      MergedSchema property = row.property(name);
      String format = property == null ? null : property.format();
      if (format != null && format.startsWith("date") || name.equals(START)) {
        dates.add(name);
      }
    }
    return dates.stream()
        .filter(name -> ("_" + asked).endsWith("_" + name))
        .findFirst()
        .orElse(dates.contains(START) ? START : dates.isEmpty() ? null : dates.get(0));
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
