package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Operation.Body;
import dev.zoomkit.generator.java.Property;
import dev.zoomkit.generator.java.Prose;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.List;
import org.openapitools.codegen.utils.ModelUtils;

/** Reads what operations send: JSON, or parts of which one is a file. */
public final class Bodies {
  private static final String JSON = "application/json";
  private static final String MULTIPART = "multipart/form-data";

  private final OpenAPI openApi;
  private final Types types;
  private final Prose prose;
  private final Extensions extensions;
  private final Problems problems;

  public Bodies(
      OpenAPI openApi, Types types, Prose prose, Extensions extensions, Problems problems) {
    this.openApi = openApi;
    this.types = types;
    this.prose = prose;
    this.extensions = extensions;
    this.problems = problems;
  }

  /** Reads a body; null where the operation has none. */
  public Body read(RequestBody declared, String operation) {
    if (declared == null) {
      return null;
    }
    RequestBody body = ModelUtils.getReferencedRequestBody(openApi, declared);
    String where = operation + ", body";
    Content content = body.getContent();
    if (content == null || content.size() != 1) {
      problems.add(
          where,
          (content == null ? 0 : content.size()) + " media types",
          "Give it one: " + JSON + " or " + MULTIPART);
      return null;
    }
    String mediaType = content.keySet().iterator().next();
    Schema<?> schema = content.get(mediaType).getSchema();
    if (mediaType.equals(JSON)) {
      return new Body(types.of(schema, where), List.of(), List.of());
    }
    if (!mediaType.equals(MULTIPART)) {
      problems.add(where, "the media type " + mediaType, "Use " + JSON + " or " + MULTIPART);
      return null;
    }
    return multipart(schema, where);
  }

  private Body multipart(Schema<?> schema, String where) {
    Schema<?> actual = types.resolved(schema);
    Shape shape = Shape.of(where, "", actual, types, problems);
    List<Property> files = new ArrayList<>();
    List<Property> texts = new ArrayList<>();
    shape
        .properties()
        .forEach(
            (name, part) -> {
              String place = where + ", part " + name;
              boolean required = shape.required().contains(name);
              if ("binary".equals(types.resolved(part).getFormat())) {
                files.add(file(name, part, required));
              } else {
                Property text = Property.of(name, part, required, types, prose, place);
                if (text.type().kind() != JavaType.Kind.VALUE) {
                  problems.add(place, "a list or a map in a part", "Describe it as a string");
                }
                texts.add(text);
              }
            });
    if (files.size() != 1) {
      problems.add(where, files.size() + " files in one multipart body", "Describe exactly one");
    }
    return new Body(null, files, texts);
  }

  private Property file(String name, Schema<?> schema, boolean required) {
    Schema<?> text = new Schema<>().type("string");
    text.setDescription(schema.getDescription());
    text.setExtensions(schema.getExtensions());
    Property property = Property.of(name, text, required, types, prose, name);
    List<String> docs = new ArrayList<>(property.docs());
    docs.add(extensions.fileLimits(schema));
    return new Property(
        name, property.name(), property.type(), required, false, false, false, null, docs);
  }
}
