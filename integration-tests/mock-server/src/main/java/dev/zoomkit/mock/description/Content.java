package dev.zoomkit.mock.description;

import com.fasterxml.jackson.databind.JsonNode;
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
  static Content of(ApiDescription description, String pointer) {
    JsonNode content = description.resolve(pointer).node().path("content");
    String mediaType =
        content.has("application/json") ? "application/json" : content.fieldNames().next();
    String media = pointer + "/content/" + ApiDescription.escape(mediaType);
    List<JsonNode> examples = new ArrayList<>();
    for (String name :
        (Iterable<String>) () -> content.path(mediaType).path("examples").fieldNames()) {
      String at = media + "/examples/" + ApiDescription.escape(name);
      examples.add(description.resolve(at).node().path("value"));
    }
    return new Content(mediaType, description.schema(media + "/schema"), List.copyOf(examples));
  }
}
