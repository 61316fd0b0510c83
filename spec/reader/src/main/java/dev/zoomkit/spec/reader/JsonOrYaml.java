package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Texts that somebody else wrote. What begins with a brace and a quoted name is JSON, and anything
 * else YAML: a parser of YAML refuses tabs, long keys and some escapes of JSON.
 */
public final class JsonOrYaml {
  private static final Pattern OBJECT = Pattern.compile("\\s*\\{\\s*[\"}]");
  private static final JsonFactory JSON = new JsonFactory();
  private static final YAMLFactory YAML = yaml();
  private static final YAMLMapper MAPPER = new YAMLMapper(YAML);

  private JsonOrYaml() {}

  /** Of any length, as JSON may be; the parser's own limit is 3 MiB. */
  private static YAMLFactory yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return YAMLFactory.builder().loaderOptions(options).build();
  }

  /**
   * The text of a file.
   *
   * @throws IOException if it cannot be read or is not in UTF-8; the message is for a person
   */
  public static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException binary) {
      throw new IOException("it is no text in UTF-8", binary);
    }
  }

  /** Whether a text is read as JSON. */
  public static boolean isJson(String text) {
    return OBJECT.matcher(withoutMark(text)).lookingAt();
  }

  /**
   * The tree of a text; a missing node where there is nothing in it. Numbers of JSON and of YAML
   * are equal where they are the same.
   *
   * @throws JsonProcessingException if it is neither JSON nor YAML
   */
  public static JsonNode read(String text) throws IOException {
    if (isJson(text)) {
      return JsonText.read(withoutMark(text));
    }
    JsonNode tree = MAPPER.readTree(withoutMark(text));
    return tree.isMissingNode() ? tree : JsonText.read(tree.toString());
  }

  /** A parser of a text, before its first token. */
  static JsonParser parser(String text) throws IOException {
    return (isJson(text) ? JSON : YAML).createParser(withoutMark(text));
  }

  /** What is wrong, for a person: one line without the place. */
  public static String reason(JsonProcessingException broken) {
    return broken
        .getOriginalMessage()
        .replaceFirst(" \\(start marker at .*", "")
        .strip()
        .replaceAll("\\s+", " ");
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
