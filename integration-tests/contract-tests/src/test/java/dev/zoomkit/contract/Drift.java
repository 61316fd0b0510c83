package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.Error;
import dev.zoomkit.contract.DocumentedErrors.DocumentedError;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In what responses depart from the description, in a form that names no person and shows no
 * secret: places, kinds and types; and of values only those that an enumeration lacks.
 */
final class Drift {

  /** What stands in the place of a value or a name that might tell of somebody. */
  static final String BLACK = "(withheld)";

  private static final Pattern CODE = Pattern.compile("-?\\d{1,6}|[A-Za-z][A-Za-z_-]{0,39}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_-]*\\d{0,3}");

  /**
   * One departure.
   *
   * @param pointer the place in the response, {@code *} standing for any item; empty for the whole
   * @param seen the type, the value or the status that was seen
   */
  record Departure(String operation, String pointer, String kind, String seen)
      implements Comparable<Departure> {

    @Override
    public int compareTo(Departure other) {
      return toString().compareTo(other.toString());
    }
  }

  private final BundledDescription description;
  private final SchemaWalk walk;
  private final Map<Departure, Integer> departures = new TreeMap<>();

  Drift(BundledDescription description) {
    this.description = description;
    this.walk = new SchemaWalk(description);
  }

  /** The departures so far, and how often each was seen. */
  Map<Departure, Integer> departures() {
    return departures;
  }

  /** Holds a response against the description. */
  void add(Operation operation, Exchange exchange) {
    int status = exchange.status();
    JsonNode body = json(exchange);
    JsonNode response = operation.node().path("responses").path("" + status);
    int code = body.path("code").asInt(-1);
    boolean known =
        DocumentedErrors.of(operation).stream()
            .map(DocumentedError::toString)
            .anyMatch((status + " " + code)::equals);
    if (status < 300 && known) {
      return;
    }
    if (response.isMissingNode()) {
      note(operation, "", "undocumented status", status + (code < 0 ? "" : " with code " + code));
      return;
    }
    if (status >= 400 && code >= 0 && !known && code != DocumentedErrors.usualCode(status)) {
      note(operation, "", "undocumented code", status + " with code " + code);
    }
    JsonNode content = description.resolve(response).path("content");
    String type = ContractCheck.mediaType(exchange.responseType());
    if (content.isMissingNode() ? exchange.response().length > 0 : !content.has(type)) {
      note(operation, "", "other media type", type.matches("[\\w.+-]+/[\\w.+-]+") ? type : BLACK);
    } else if (type.equals("application/json")) {
      body(operation, content.path(type).get("schema"), body);
    }
  }

  private void body(Operation operation, JsonNode schema, JsonNode body) {
    if (body.isMissingNode()) {
      note(operation, "", "no JSON", "bytes that are none");
      return;
    }
    Map<String, JsonNode> schemas = new HashMap<>();
    walk.along(
        schema,
        body,
        new SchemaWalk.Visitor() {
          @Override
          public void described(String place, JsonNode part, JsonNode value) {
            schemas.put(place, part);
          }

          @Override
          public void undescribed(String place, JsonNode value) {
            note(operation, named(place), "undocumented field", type(value));
          }
        });
    for (Error error : description.errors(schema, body)) {
      String at = error.getInstanceLocation().toString();
      fault(operation, error, schemas, body.at(at));
    }
  }

  private void fault(
      Operation operation, Error error, Map<String, JsonNode> schemas, JsonNode value) {
    String place = error.getInstanceLocation().toString().replaceAll("/\\d+(?=/|$)", "/*");
    switch (error.getKeyword()) {
      case "type" -> note(operation, place, "other type", type(value));
      case "enum" -> note(operation, place, "undocumented value", shown(value, schemas.get(place)));
      case "required" ->
          note(operation, place + "/" + error.getProperty(), "missing field", "nothing");
      default -> note(operation, place, "breaks " + error.getKeyword(), type(value));
    }
  }

  private void note(Operation operation, String pointer, String kind, String seen) {
    departures.merge(new Departure(operation.id(), pointer, kind, seen), 1, Integer::sum);
  }

  /** A value that looks like a code, and stands where nothing personal or secret does. */
  private String shown(JsonNode value, @Nullable JsonNode schema) {
    boolean marked = schema == null || isMarked(schema);
    return marked || !CODE.matcher(value.asText()).matches() ? BLACK : value.asText();
  }

  private boolean isMarked(JsonNode schema) {
    return List.of("x-zoom-personal", "x-zoom-secret").stream()
        .map(mark -> description.keyword(schema, mark))
        .anyMatch(mark -> mark != null && mark.booleanValue());
  }

  /** The place, but for a last name that looks like a value: some objects have values for names. */
  private static String named(String place) {
    int last = place.lastIndexOf('/') + 1;
    return NAME.matcher(place.substring(last)).matches() ? place : place.substring(0, last) + BLACK;
  }

  private static String type(JsonNode value) {
    return value.isIntegralNumber()
        ? "integer"
        : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static JsonNode json(Exchange exchange) {
    try {
      return RawCalls.json(exchange.response());
    } catch (IOException broken) {
      return MissingNode.getInstance();
    }
  }
}
