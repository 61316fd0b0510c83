package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a request or a response.
 *
 * @param mediaType such as {@code application/json}
 * @param schema its schema
 * @param examples the description's examples, in order
 */
public record Content(String mediaType, MergedSchema schema, List<JsonNode> examples) {

  public boolean isMultipart() {
    return mediaType.startsWith("multipart/");
  }

  /** The first example; an empty object where there is none. */
  public JsonNode example() {
    return examples.isEmpty() ? Json.object() : examples.get(0);
  }

  /** The content under a request body or response; JSON where it has several media types. */
  static Content of(ApiDescription description, Found holder) {
    JsonNode content = holder.node().path("content");
    String mediaType =
        content.has("application/json") ? "application/json" : content.fieldNames().next();
    List<JsonNode> examples = new ArrayList<>();
    for (var named : content.path(mediaType).path("examples").properties()) {
      Found example = description.within(holder, "content", mediaType, "examples", named.getKey());
      examples.add(example.node().path("value"));
    }
    Found schema = description.within(holder, "content", mediaType, "schema");
    return new Content(mediaType, description.schema(schema), List.copyOf(examples));
  }
}
