package dev.zoomkit.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds values against the schemas of a description, each compiled once. */
final class SchemaCheck {
  private static final String BASE = "https://zoomkit.dev/schemas";

  /** Formats count, and messages are in English on every machine. */
  static final SchemaRegistryConfig CONFIG =
      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).locale(Locale.ENGLISH).build();

  private final Schema root;
  private final Map<Spot, String> addresses = new HashMap<>();
  private final Map<Spot, Schema> schemas = new HashMap<>();

  SchemaCheck(Description description) {
    // Schemas also stand outside of components, at parameters and bodies: here they get an address.
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("components", description.bundle().document().path("components"));
    // Nobody knows what is at a gap: there, anything is valid.
    document.putObject(Bundler.GAP.substring("#/".length()));
    List<Spot> spots = description.spots(Description.Kind.SCHEMAS);
    ArrayNode all = document.putArray("all");
    for (Spot spot : spots) {
      addresses.put(spot, BASE + "#/all/" + all.size());
      all.add(spot.node());
    }
    root =
        SchemaRegistry.withDialect(
                Dialects.getOpenApi30(), builder -> builder.schemaRegistryConfig(CONFIG))
            .getSchema(SchemaLocation.of(BASE), document);
  }

  /** A fault as a person reads it, behind the place in the value where there is one. */
  static String line(Error error) {
    String place = error.getInstanceLocation().toString();
    return place.isEmpty()
        ? error.getMessage()
        : place.substring(1).replace('/', '.') + ": " + error.getMessage();
  }

  /**
   * What is wrong with a value, a line each; nothing if it is valid, or if its schema is none: that
   * is a fault of the schema.
   */
  List<String> faults(Spot schema, JsonNode value) {
    if (!schema.exists()) {
      return List.of();
    }
    try {
      Schema compiled =
          schemas.computeIfAbsent(
              schema,
              spot -> root.getRefSchema(SchemaLocation.of(addresses.get(spot)).getFragment()));
      return compiled.validate(value).stream().map(SchemaCheck::line).toList();
    } catch (SchemaException e) {
      return List.of();
    }
  }
}
