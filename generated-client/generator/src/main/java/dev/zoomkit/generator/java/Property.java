package dev.zoomkit.generator.java;

import dev.zoomkit.generator.read.Limits;
import dev.zoomkit.generator.read.Types;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A value of a model or of a query.
 *
 * @param wireName its name in JSON or in the query
 * @param name its name in Java
 * @param required whether the description has it as required
 * @param nullable whether it may be sent as an explicit null
 * @param secret whether {@code toString()} hides it
 * @param timeZone the name in JSON of the property beside it that has its time zone; or null
 * @param docs the paragraphs of its Javadoc
 */
public record Property(
    String wireName,
    String name,
    JavaType type,
    boolean required,
    boolean nullable,
    boolean deprecated,
    boolean secret,
    String timeZone,
    List<String> docs) {

  public static final String NAME = "x-zoom-name";

  /** Names of text to log in or to broadcast with. */
  private static final Pattern SECRET_TEXT =
      Pattern.compile(
          ".*(password|passwd|passcode|secret).*|(.*_)?(token|zak|start_url|pin|pin_code)"
              + "|(.*_)?(stream|host|api|private|access)_key",
          Pattern.CASE_INSENSITIVE);

  /** Names of numbers that are typed in to be let in. */
  private static final Pattern SECRET_NUMBER =
      Pattern.compile("(.*_)?(password|passcode|pin|pin_code)", Pattern.CASE_INSENSITIVE);

  private static final String PAGE_TOKEN = "next_page_token";

  /** Reads a property of a schema, or a query parameter. */
  public static Property of(
      String wireName, Schema<?> schema, boolean required, Types types, Prose prose, String where) {
    JavaType type = types.of(schema, where);
    List<String> docs = new ArrayList<>(prose.paragraphs(description(schema, types)));
    if (docs.isEmpty()) {
      docs.add("The value of " + Prose.literal(wireName) + ".");
    }
    docs.add(Limits.of(schema, types));
    if (Types.isMarked(schema, Types.SEEN)) {
      docs.add("Zoom sends it without documenting it.");
    }
    boolean secret = isSecret(wireName, schema, type);
    if (secret) {
      docs.add("A secret: {@code toString()} hides it.");
    }
    return new Property(
        wireName,
        javaName(wireName, schema),
        type,
        required,
        Boolean.TRUE.equals(schema.getNullable()),
        Boolean.TRUE.equals(schema.getDeprecated()),
        secret,
        (String) Types.extension(types.resolved(schema), Types.TIME_ZONE),
        List.copyOf(docs));
  }

  /** Its name in Java, which the description may give. */
  public static String javaName(String wireName, Schema<?> schema) {
    Object named = Types.extension(schema, NAME);
    return named == null ? Names.value(wireName) : named.toString();
  }

  /** Its own description, or its type's: of a class the first sentence, for the class has all. */
  private static String description(Schema<?> schema, Types types) {
    if (schema.getDescription() != null) {
      return schema.getDescription();
    }
    Schema<?> type = types.resolved(schema);
    String ofType = type.getDescription();
    if (ofType == null || !types.needsClass(type)) {
      return ofType;
    }
    int end = ofType.indexOf(". ");
    return end < 0 ? ofType : ofType.substring(0, end + 1);
  }

  /** Whether values of the name are to be hidden; rules and booleans about secrets are not. */
  public static boolean isSecret(String wireName, Schema<?> schema, JavaType type) {
    return switch (type.name()) {
      case "String", "Scalar", "List<String>" ->
          !wireName.equals(PAGE_TOKEN)
              && ("password".equals(schema.getFormat()) || SECRET_TEXT.matcher(wireName).matches());
      case "Integer", "Long" -> SECRET_NUMBER.matcher(wireName).matches();
      default -> false;
    };
  }
}
