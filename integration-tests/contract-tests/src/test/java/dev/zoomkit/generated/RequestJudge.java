package dev.zoomkit.generated;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.zoomkit.contract.BundledDescription;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides by the description alone whether a request keeps to it. Shares no code with the mock. */
final class RequestJudge {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final BundledDescription description;

  RequestJudge(BundledDescription description) {
    this.description = description;
  }

  /** What the request gets wrong; empty where it keeps to the description. */
  List<String> faults(GeneratedRequest request) {
    List<String> faults = new ArrayList<>();
    try {
      path(request, faults);
      query(request, faults);
      body(request, faults);
    } catch (Unreadable unreadable) {
      faults.add(String.valueOf(unreadable.getMessage()));
    }
    return faults;
  }

  private void path(GeneratedRequest request, List<String> faults) throws Unreadable {
    for (var segment : request.path().entrySet()) {
      JsonNode parameter = description.parameter(request.operation(), segment.getKey());
      String value = decoded(segment.getValue(), false);
      if (parameter.path("x-zoom-param").asText().equals("uuid")) {
        if (value.startsWith("/") || value.contains("//")) {
          faults.add("a UUID with such slashes is encoded twice");
        }
        value = value.contains("%") ? decoded(value, false) : value;
      }
      if (!value.equals("me")) {
        check(parameter, List.of(value), faults);
      }
    }
  }

  private void query(GeneratedRequest request, List<String> faults) throws Unreadable {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String pair : request.query().split("&")) {
      String[] parts = pair.split("=", 2);
      if (!pair.isEmpty()) {
        String value = parts.length == 1 ? "" : decoded(parts[1], true);
        query.computeIfAbsent(decoded(parts[0], true), name -> new ArrayList<>()).add(value);
      }
    }
    for (JsonNode reference : request.operation().node().path("parameters")) {
      JsonNode parameter = description.resolve(reference);
      if (parameter.get("in").asText().equals("query")) {
        String name = parameter.get("name").asText();
        List<String> given = query.remove(name);
        if (given != null) {
          check(parameter, given, faults);
          zone(name, given.get(0), faults);
        } else if (parameter.path("required").asBoolean()) {
          faults.add(name + " is required");
        }
      }
    }
    query.keySet().forEach(name -> faults.add("no query parameter " + name));
    if (faults.isEmpty()) {
      window(request, faults);
    }
  }

  private void check(JsonNode parameter, List<String> given, List<String> faults) {
    JsonNode schema = parameter.get("schema");
    JsonNode value;
    if (description.type(schema).equals("array")) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      String all = String.join(",", given);
      for (String item : all.isEmpty() ? new String[0] : all.split(",", -1)) {
        array.add(typed(description.items(schema), item));
      }
      value = array;
    } else {
      if (given.size() > 1) {
        faults.add(parameter.get("name").asText() + " is given more than once");
      }
      value = typed(schema, given.get(0));
    }
    for (String fault : description.faults(schema, value)) {
      faults.add(parameter.get("name").asText() + " " + fault);
    }
  }

  /** A text as the JSON that is written like it, if that is of the schema's type. */
  private JsonNode typed(JsonNode schema, String text) {
    boolean literal =
        switch (description.type(schema)) {
          case "integer" -> text.matches("-?(0|[1-9][0-9]*)") && text.length() < 1000;
          case "boolean" -> text.equals("true") || text.equals("false");
          default -> false;
        };
    try {
      return literal ? MAPPER.readTree(text) : JsonNodeFactory.instance.textNode(text);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private void window(GeneratedRequest request, List<String> faults) throws Unreadable {
    JsonNode window = request.operation().node().path("x-zoom-date-window");
    LocalDate from = null;
    LocalDate to = null;
    for (String pair : request.query().split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2 && decoded(parts[0], true).equals(window.path("from").asText())) {
        from = day(decoded(parts[1], true), faults);
      } else if (parts.length == 2 && decoded(parts[0], true).equals(window.path("to").asText())) {
        to = day(decoded(parts[1], true), faults);
      }
    }
    if (from != null && to != null) {
      long days = ChronoUnit.DAYS.between(from, to);
      if (days < 0 || days > window.path("maxDays").asLong(Long.MAX_VALUE)) {
        faults.add("the window has " + days + " days");
      }
    }
  }

  private static @Nullable LocalDate day(String text, List<String> faults) {
    try {
      return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (DateTimeException none) {
      faults.add("no such day: " + text);
      return null;
    }
  }

  private void body(GeneratedRequest request, List<String> faults) throws Unreadable {
    JsonNode described = description.resolve(request.operation().node().path("requestBody"));
    if (described.isMissingNode()) {
      if (request.body().length > 0) {
        faults.add("takes no body");
      }
      return;
    }
    if (request.body().length == 0) {
      if (described.path("required").asBoolean()) {
        faults.add("needs a body");
      }
      return;
    }
    String[] type = (request.contentType() == null ? "" : request.contentType()).split(";");
    String name = type.length == 0 ? "" : type[0].trim().toLowerCase(Locale.ROOT);
    if (!described.path("content").has(name) || !name.equals("application/json")) {
      faults.add("no such media type: " + name);
      return;
    }
    JsonNode body = json(text(request.body(), charset(type)));
    faults.addAll(description.faults(described.at("/content/application~1json/schema"), body));
    if (!body.isObject()) {
      faults.add("no object");
    }
    times(request, body, faults);
  }

  private static Charset charset(String[] type) throws Unreadable {
    for (String parameter : type) {
      String[] pair = parameter.trim().split("=", 2);
      if (pair.length == 2 && pair[0].trim().equals("charset") && !pair[1].isBlank()) {
        try {
          return Charset.forName(pair[1].trim().replace("\"", ""));
        } catch (IllegalArgumentException unknown) {
          throw new Unreadable("no such charset: " + pair[1]);
        }
      }
    }
    return StandardCharsets.UTF_8;
  }

  /** A number beyond the range of a double is not one that JSON's readers have in common. */
  private static JsonNode json(String text) throws Unreadable {
    if (text.startsWith("\ufeff")) {
      throw new Unreadable("a byte order mark");
    }
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT && Double.isInfinite(parser.getDoubleValue())) {
          throw new Unreadable("too large a number");
        }
      }
      return MAPPER.readTree(text);
    } catch (IOException notJson) {
      throw new Unreadable("no JSON: " + notJson.getMessage());
    }
  }

  private void times(GeneratedRequest request, JsonNode body, List<String> faults) {
    zone("timezone", body.path("timezone").asText(), faults);
    JsonNode schema = description.requestSchema(request.operation());
    for (var property : description.properties(schema).entrySet()) {
      JsonNode value = body.path(property.getKey());
      if (description.keyword(property.getValue(), "x-zoom-time-zone") != null
          && value.isTextual()
          && !isTime(value.asText())) {
        faults.add("no such time: " + value);
      }
    }
  }

  private static boolean isTime(String text) {
    try {
      LocalDateTime.parse(text.replaceFirst("Z$", ""));
      return true;
    } catch (DateTimeException none) {
      return false;
    }
  }

  private static void zone(String name, String value, List<String> faults) {
    if (name.equals("timezone")
        && !value.isBlank()
        && !ZoneId.getAvailableZoneIds().contains(value)) {
      faults.add("no such time zone: " + value);
    }
  }

  private static String decoded(String encoded, boolean plusIsSpace) throws Unreadable {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        String hex = i + 2 < raw.length ? "" + (char) raw[i + 1] + (char) raw[i + 2] : "";
        if (!hex.matches("[0-9A-Fa-f]{2}")) {
          throw new Unreadable("not percent-encoded: " + encoded);
        }
        bytes.write(Integer.parseInt(hex, 16));
        i += 2;
      } else {
        bytes.write(plusIsSpace && raw[i] == '+' ? ' ' : raw[i]);
      }
    }
    return text(bytes.toByteArray(), StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes, Charset charset) throws Unreadable {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException otherBytes) {
      throw new Unreadable("no " + charset);
    }
  }

  /** What cannot even be read, for whatever reason. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }
}
