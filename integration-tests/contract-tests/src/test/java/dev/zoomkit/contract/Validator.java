package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.PatternFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Validates values against the schemas of a bundle, which it reads when it is first asked. */
final class Validator {

  private static final String ADDRESS = "https://zoomkit.dev/zoom.json";

  /**
   * RFC 6531's mailbox without quotes, of any domain. The validator's own format takes none of the
   * domains that RFC 2606 reserves for tests.
   */
  private static final Format EMAIL =
      PatternFormat.of(
          "email",
          "^(?!\\.)(?!.*\\.[.@])[^\\p{C}\\p{Z}\"(),:;<>@\\[\\]\\\\]++"
              + "@(?!.*[^\\p{L}\\p{M}\\p{N}.-])(?![.-])(?!.*[.-]\\.)(?!.*\\.-)(?!.*[.-]\\z).++\\z",
          "format.email");

  /** The validator leaves the range of its integers open. */
  private static final Format INT64 =
      new Format() {
        @Override
        public String getName() {
          return "int64";
        }

        @Override
        public boolean matches(ExecutionContext execution, SchemaContext schema, JsonNode value) {
          return !value.isIntegralNumber() || value.canConvertToLong();
        }
      };

  private final JsonNode root;
  private final Map<JsonNode, Schema> compiled = new HashMap<>();
  private @Nullable SchemaRegistry schemas;

  Validator(JsonNode root) {
    this.root = root;
  }

  /** What is wrong with a value; nothing when it fits. */
  List<Error> errors(JsonNode schema, JsonNode value) {
    return compiled
        .computeIfAbsent(schema, node -> registry().getSchema(absolute(node)))
        .validate(value);
  }

  private SchemaRegistry registry() {
    if (schemas == null) {
      Dialect dialect =
          Dialect.builder(Dialects.getOpenApi30()).format(EMAIL).format(INT64).build();
      schemas =
          SchemaRegistry.withDialect(
              dialect,
              registry ->
                  registry
                      .schemas(Map.of(ADDRESS, root.toString()))
                      .schemaRegistryConfig(
                          SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    }
    return schemas;
  }

  /** A copy that stands on its own: its references lead into the bundle. */
  private static JsonNode absolute(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    for (JsonNode parent : copy.findParents("$ref")) {
      ((ObjectNode) parent).put("$ref", ADDRESS + parent.get("$ref").textValue());
    }
    return copy;
  }
}
