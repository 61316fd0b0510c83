package dev.zoomkit.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A part of the catalogue, or an entry as a whole, in the words of {@link GeneratedMethod}. */
record Entry(Map<?, ?> values) {

  List<Entry> list(String name) {
    List<Entry> list = new ArrayList<>();
    if (values.get(name) instanceof List<?> items) {
      items.forEach(item -> list.add(new Entry((Map<?, ?>) item)));
    }
    return list;
  }

  private Entry at(String name) {
    return values.get(name) instanceof Map<?, ?> inner ? new Entry(inner) : new Entry(Map.of());
  }

  private boolean has(String name) {
    return values.get(name) != null;
  }

  private boolean is(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** A text, or a list as text; empty where there is none. */
  private String text(String name) {
    return Objects.toString(values.get(name), "");
  }

  /** A whole number; 0 where there is none. */
  private int number(String name) {
    return values.get(name) instanceof Double number ? number.intValue() : 0;
  }

  String javaName() {
    return at("java").text("interface") + "." + at("java").text("method");
  }

  List<String> facts() {
    List<String> facts = new ArrayList<>();
    facts.add(text("method") + " " + text("path") + (is("deprecated") ? ", deprecated" : ""));
    facts.add("own path " + text("ownPath"));
    list("arguments").forEach(argument -> facts.add("takes " + argument.argument()));
    Entry response = at("response");
    String returned = response.model().isEmpty() ? response.other() : response.model();
    facts.add("returns " + returned);
    facts.add(text("effect").toUpperCase(Locale.ROOT) + ", notifies: " + text("notifies"));
    facts.add("counts as " + text("rateLabel") + (is("alone") ? ", alone" : ""));
    list("limits").forEach(limit -> facts.add("limit " + limit.limit()));
    for (String account : List.of("master", "own")) {
      facts.add(account + ": " + at("scopes").at(account).scopes());
    }
    if (has("paging")) {
      facts.add("pages " + at("paging").text("items") + ", " + at("paging").number("maxPageSize"));
    }
    if (has("dateWindow")) {
      facts.add("days " + at("dateWindow").days());
    }
    list("errors").forEach(error -> facts.add("error " + error.error()));
    return facts;
  }

  private String argument() {
    return "%s %s as %s%s %s"
        .formatted(
            text("in"),
            text("format").equals("binary") ? "" : text("name"),
            text("java"),
            is("required") ? "" : ", optional",
            model())
        .strip();
  }

  private String model() {
    String items = at("items").text("model");
    return items.isEmpty() ? text("model") : "List<" + items + ">";
  }

  private String other() {
    return !has("mediaType") ? "nothing" : has("type") ? "" : "bytes";
  }

  private String limit() {
    return "%s by %s of %s: %s"
        .formatted(
            text("period"),
            has("by") ? text("by") : "[]",
            text("pool"),
            at("calls").values.isEmpty()
                ? number("calls")
                : "%d %d %d"
                    .formatted(
                        at("calls").number("FREE"),
                        at("calls").number("PRO"),
                        at("calls").number("BUSINESS")));
  }

  private String scopes() {
    return (has("classic") ? text("classic") : "[]") + (has("granular") ? text("granular") : "[]");
  }

  private String days() {
    return "%s to %s, %d, %d, %s"
        .formatted(text("from"), text("to"), number("maxDays"), number("pastMonths"), text("zone"));
  }

  private String error() {
    return number("status") + " " + number("code") + " " + text("meaning");
  }

  @Override
  public String toString() {
    return text("id");
  }
}
