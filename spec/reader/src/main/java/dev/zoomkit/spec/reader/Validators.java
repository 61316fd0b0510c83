package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.format.PatternFormat;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A document's schemas by JSON pointer, each compiled when first used. Thread-safe. */
final class Validators {
  private static final String LETTERS = "\\p{L}\\p{M}\\p{N}";
  private static final String WORD = "[" + LETTERS + "_!#$%&'*+/=?^`{|}~-]++";
  private static final String LABEL = "[" + LETTERS + "]++(-++[" + LETTERS + "]++)*+";

  /**
   * The addresses of RFC 6531, without quotes. The validator's own format takes only top-level
   * domains that were in use when it was built, and none of those that RFC 2606 reserves for tests.
   * No quantifier gives back what it took, so that long addresses cost neither time nor stack.
   */
  private static final Format EMAIL =
      PatternFormat.of(
          "email",
          "^" + WORD + "(\\." + WORD + ")*+@" + LABEL + "(\\." + LABEL + ")*+\\z",
          "format.email");

  /** The integers of OpenAPI, whose range the validator leaves open. */
  private static final List<Format> INTEGERS =
      List.of(new IntegerFormat("int32", 32), new IntegerFormat("int64", 64));

  private final JsonNode document;
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
  private @Nullable Schema root;

  Validators(JsonNode document) {
    this.document = document;
  }

  Schema at(String pointer) {
    return compiled.computeIfAbsent(
        pointer, at -> root().getSubSchema(SchemaLocation.Fragment.of(at)));
  }

  private synchronized Schema root() {
    if (root == null) {
      SchemaRegistryConfig config =
          SchemaRegistryConfig.builder()
              .formatAssertionsEnabled(true)
              .pathType(PathType.JSON_POINTER)
              .build();
      root =
          SchemaRegistry.withDialect(
                  Dialect.builder(Dialects.getOpenApi30()).format(EMAIL).formats(INTEGERS).build(),
                  builder -> builder.schemaRegistryConfig(config))
              .getSchema(SchemaLocation.of("https://zoomkit.dev/zoom.json"), document);
    }
    return root;
  }
}
