package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In what responses depart from the description, in a form that names no person and shows no
 * secret: places, kinds, types and shapes; and of values only those that an enumeration lacks.
 */
final class Drift {

  static final String UNDOCUMENTED_FIELD = "undocumented field";

  /**
   * One departure, wherever it was seen.
   *
   * @param owner the schema that would have to change; the operation, where none has a name
   * @param pointer the place in it, {@code *} standing for any item; empty for the whole
   * @param seen the type, the value, the shape or the status that was seen
   */
  record Departure(String owner, String pointer, String kind, String seen)
      implements Comparable<Departure> {

    @Override
    public int compareTo(Departure other) {
      return toString().compareTo(other.toString());
    }
  }

  /** A place in the responses of an operation. */
  record Place(String operation, String pointer) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return (operation + " " + pointer).trim();
    }
  }

  private final BundledDescription description;
  private final SchemaWalk walk;
  private final Shown shown;
  private final Map<Departure, Map<Place, Integer>> departures = new TreeMap<>();

  Drift(BundledDescription description) {
    this.description = description;
    this.walk = new SchemaWalk(description);
    this.shown = new Shown(description);
  }

  /** The departures so far, where each was seen, and how often there. */
  Map<Departure, Map<Place, Integer>> departures() {
    return departures;
  }

  /** Holds a response against the description. */
  void add(Operation operation, Exchange exchange) {
    int status = exchange.status();
    JsonNode body = exchange.json();
    JsonNode response = operation.node().path("responses").path("" + status);
    boolean known = DocumentedErrors.has(operation, exchange);
    if (status < 300 && known) {
      return;
    }
    if (response.isMissingNode()) {
      note(operation, "undocumented status", Shown.status(exchange));
      return;
    }
    int code = body.path("code").asInt(-1);
    if (status >= 400 && code >= 0 && !known && code != DocumentedErrors.usualCode(status)) {
      note(operation, "undocumented code", Shown.status(exchange));
    }
    JsonNode content = description.resolve(response).path("content");
    String type = ContractCheck.mediaType(exchange.responseType());
    if (content.isMissingNode() ? exchange.response().length > 0 : !content.has(type)) {
      note(operation, "other media type", Shown.mediaType(exchange));
    } else if (type.equals("application/json")) {
      body(operation, content.path(type).get("schema"), body);
    }
  }

  private void body(Operation operation, JsonNode schema, JsonNode body) {
    if (body.isMissingNode()) {
      note(operation, "no JSON", "bytes that are none");
      return;
    }
    Places places = new Places(operation);
    walk.along(schema, body, places);
    List<Error> errors = description.errors(schema, body);
    Set<Object> otherTypes =
        errors.stream()
            .filter(error -> error.getKeyword().equals("type"))
            .map(Error::getInstanceLocation)
            .collect(Collectors.toSet());
    errors.stream()
        .filter(
            error ->
                error.getKeyword().equals("type")
                    || !otherTypes.contains(error.getInstanceLocation()))
        .forEach(error -> places.fault(error, body.at(error.getInstanceLocation().toString())));
  }

  private void note(Operation operation, String kind, String seen) {
    note(new Departure(operation.id(), "", kind, seen), new Place(operation.id(), ""));
  }

  private void note(Departure departure, Place place) {
    departures.computeIfAbsent(departure, first -> new TreeMap<>()).merge(place, 1, Integer::sum);
  }

  /** The places of one response. */
  private final class Places implements SchemaWalk.Visitor {

    private final Operation operation;
    private final Map<String, JsonNode> schemas = new HashMap<>();

    Places(Operation operation) {
      this.operation = operation;
    }

    @Override
    public void described(String place, JsonNode schema, JsonNode value) {
      schemas.put(place, schema);
    }

    @Override
    public void undescribed(String place, JsonNode value) {
      int last = place.lastIndexOf('/');
      String name = Shown.name(place.substring(last + 1));
      note(place.substring(0, last), "/" + name, UNDOCUMENTED_FIELD, Shown.type(value));
    }

    private void fault(Error error, JsonNode value) {
      String place = error.getInstanceLocation().toString().replaceAll("/\\d+(?=/|$)", "/*");
      JsonNode schema = schemas.get(place);
      switch (error.getKeyword()) {
        case "type" -> note(place, "", "other type", Shown.type(value));
        case "enum" -> note(place, "", "undocumented value", shown.value(value, schema));
        case "required" -> note(place, "/" + error.getProperty(), "missing field", "nothing");
        default -> note(place, "", "breaks " + keyword(error), shown.shape(value, schema));
      }
    }

    private static String keyword(Error error) {
      JsonNode stated = error.getSchemaNode();
      boolean shows = stated != null && stated.isValueNode();
      return error.getKeyword() + (shows ? " " + stated.asText() : "");
    }

    /** Notes what was seen in the schema of a name that is next above a place, or there. */
    private void note(String place, String below, String kind, String seen) {
      String above = place;
      while (!above.isEmpty() && name(schemas.get(above)) == null) {
        above = above.substring(0, above.lastIndexOf('/'));
      }
      String pointer = shown(place) + below;
      String inOwner = pointer.substring(shown(above).length());
      String name = name(schemas.get(above));
      String owner = name == null ? operation.id() : part(schemas.get(above), name, inOwner);
      Drift.this.note(
          new Departure(owner, inOwner, kind, seen), new Place(operation.id(), pointer));
    }

    /** The name of the part of a schema that has a member; that of the schema, where none has. */
    private String part(JsonNode schema, String name, String pointer) {
      JsonNode resolved = description.resolve(schema);
      String member = pointer.isEmpty() ? "" : pointer.split("/")[1];
      if (!resolved.path("properties").has(member)) {
        for (JsonNode part : resolved.path("allOf")) {
          String other = name(part);
          if (other != null && description.properties(part).containsKey(member)) {
            return part(part, other, pointer);
          }
        }
      }
      return name;
    }

    /** The name of a schema; null where it has none. */
    private static @Nullable String name(@Nullable JsonNode schema) {
      if (schema == null) {
        return null;
      }
      JsonNode parts = schema.path("allOf");
      JsonNode named = parts.size() == 1 ? parts.get(0) : schema;
      String reference = named.path("$ref").asText();
      return reference.isEmpty() ? null : reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** A place without the names that the description does not have: some objects have values. */
    private String shown(String place) {
      StringBuilder at = new StringBuilder();
      StringBuilder text = new StringBuilder();
      for (String name : place.isEmpty() ? new String[0] : place.substring(1).split("/")) {
        at.append('/').append(name);
        text.append('/').append(schemas.containsKey(at.toString()) ? name : Shown.BLACK);
      }
      return text.toString();
    }
  }
}
