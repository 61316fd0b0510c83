package dev.zoomkit.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The x- keys: where each may stand and what its value looks like, from {@code extensions.yaml}.
 */
final class Extensions {
  private static final Map<String, Extension> ALL = read();

  private Extensions() {}

  /**
   * One x- key.
   *
   * @param at what it stands at: {@code operation}, {@code parameter} or {@code schema}
   * @param form the JSON schema of its value
   */
  record Extension(String at, Schema form) {
    List<String> faults(JsonNode value) {
      return form.validate(value).stream().map(SchemaCheck::line).toList();
    }
  }

  static Map<String, Extension> all() {
    return ALL;
  }

  private static Map<String, Extension> read() {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaCheck.CONFIG));
    Map<String, Extension> all = new LinkedHashMap<>();
    try (InputStream yaml = Extensions.class.getResourceAsStream("/extensions.yaml")) {
      for (Map.Entry<String, JsonNode> entry : new YAMLMapper().readTree(yaml).properties()) {
        JsonNode extension = entry.getValue();
        Schema form = registry.getSchema(extension.get("form"));
        all.put(entry.getKey(), new Extension(extension.get("at").asText(), form));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
