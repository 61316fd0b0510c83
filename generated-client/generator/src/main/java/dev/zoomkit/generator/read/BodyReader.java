package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.ApiOperation.Body;
import dev.zoomkit.generator.java.ApiOperation.FileLimits;
import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Property;
import dev.zoomkit.generator.java.Property.Trait;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openapitools.codegen.utils.ModelUtils;

/** Reads what operations send: JSON, or parts of which one is a file. */
final class BodyReader {
  private static final String JSON = "application/json";
  private static final String MULTIPART = "multipart/form-data";

  private final ReaderContext context;
  private final PropertyReader properties;
  private final ExtensionReader extensions;

  BodyReader(ReaderContext context) {
    this.context = context;
    this.properties = new PropertyReader(context);
    this.extensions = new ExtensionReader(context);
  }

  /** Reads a body; null where the operation has none. */
  Body read(RequestBody declared, String operation) {
    if (declared == null) {
      return null;
    }
    RequestBody body = ModelUtils.getReferencedRequestBody(context.openApi(), declared);
    String where = operation + ", body";
    Content content = body.getContent();
    if (content == null || content.size() != 1) {
      context.problem(
          where,
          (content == null ? 0 : content.size()) + " media types",
          "Give it one: " + JSON + " or " + MULTIPART);
      return null;
    }
    String mediaType = content.keySet().iterator().next();
    Schema<?> schema = content.get(mediaType).getSchema();
    if (mediaType.equals(JSON)) {
      return new Body(context.types().of(schema, where), List.of(), null, List.of());
    }
    if (!mediaType.equals(MULTIPART)) {
      context.problem(where, "the media type " + mediaType, "Use " + JSON + " or " + MULTIPART);
      return null;
    }
    return multipart(schema, where);
  }

  private Body multipart(Schema<?> schema, String where) {
    Schema<?> actual = context.types().resolved(schema);
    ComposedObject shape = ComposedObject.of(where, "", actual, context);
    List<Property> files = new ArrayList<>();
    List<FileLimits> limits = new ArrayList<>();
    List<Property> texts = new ArrayList<>();
    shape
        .properties()
        .forEach(
            (name, part) -> {
              String place = where + ", part " + name;
              boolean required = shape.required().contains(name);
              if ("binary".equals(context.types().resolved(part).getFormat())) {
                files.add(file(name, part, required));
                extensions.fileLimits(part).ifPresent(limits::add);
              } else {
                Property text = properties.read(name, part, required, place);
                if (text.type().kind() != JavaType.Kind.VALUE) {
                  context.problem(place, "a list in a part", "Describe it as a string");
                }
                texts.add(text);
              }
            });
    if (files.size() != 1) {
      context.problem(where, files.size() + " files in one multipart body", "Describe exactly one");
    }
    return new Body(null, files, limits.isEmpty() ? null : limits.get(0), texts);
  }

  private Property file(String name, Schema<?> schema, boolean required) {
    Schema<?> text = new Schema<>().type("string");
    text.setDescription(schema.getDescription());
    text.setExtensions(schema.getExtensions());
    Property property = properties.read(name, text, required, name);
    return new Property(
        name,
        property.name(),
        property.type(),
        required ? Set.of(Trait.REQUIRED) : Set.of(),
        null,
        property.docs(),
        context.prose().line(extensions.fileLimits(schema).map(BodyReader::words).orElse("")));
  }

  private static String words(FileLimits limits) {
    return "At most %d MB. Takes %s."
        .formatted(limits.maxMegabytes(), String.join(", ", limits.types()));
  }
}
