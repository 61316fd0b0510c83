package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.MergedSchema;
import dev.zoomkit.spec.reader.Parameter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * An operation of our description.
 *
 * @param description what has it
 * @param operation it
 */
record OurOperation(ApiDescription description, DescribedOperation operation) {

  /** The method in lower case. */
  String method() {
    return operation.method().toLowerCase(Locale.ROOT);
  }

  /** Where it stands in the bundle. */
  String pointer() {
    return operation.at().pointer();
  }

  JsonNode node() {
    return operation.at().node();
  }

  /** What it takes and returns. */
  Facts facts() {
    PlainSchemas plain = new PlainSchemas(description.document(), "zoom.json");
    Facts facts = new Facts();
    for (Parameter parameter : operation.parameters()) {
      facts.parameter(
          parameter.in(),
          parameter.name(),
          plain(plain, parameter.schema()),
          parameter.required(),
          parameter.deprecated());
    }
    body(plain, "request", operation.request(), facts);
    body(plain, "response", operation.response(), facts);
    return facts;
  }

  private void body(
      PlainSchemas plain,
      String side,
      @org.jspecify.annotations.Nullable Content content,
      Facts facts) {
    if (content != null) {
      facts.body(side, plain(plain, content.schema()));
    }
  }

  private ObjectNode plain(PlainSchemas plain, MergedSchema schema) {
    return plain.plain(description.document().at(schema.pointer()), schema.pointer());
  }

  /** The errors, as {@code 404 1001}, or the status alone where Zoom sends no code. */
  Set<String> errors() {
    Set<String> errors = new TreeSet<>();
    for (DescribedOperation.DocumentedError error : operation.errors()) {
      errors.add(error.status() + (error.code() == null ? "" : " " + error.code()));
    }
    return errors;
  }

  /** The scopes for sub-accounts, or those for the own account. */
  Set<String> scopes(boolean own) {
    Set<String> scopes = new LinkedHashSet<>();
    for (JsonNode list : node().path("x-zoom-scopes").path(own ? "own" : "master")) {
      list.forEach(scope -> scopes.add(scope.asText()));
    }
    return scopes;
  }
}
