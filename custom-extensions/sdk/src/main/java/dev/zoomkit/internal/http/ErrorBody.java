package dev.zoomkit.internal.http;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error, read leniently: Zoom sends {@code {code, message, errors}}, JSON that
 * breaks at unescaped quotes, other names for the message, and what stands between (a proxy, a
 * gateway) sends HTML or text.
 *
 * @param code Zoom's code; null where there is none
 * @param message Zoom's words, or the first {@value #EXCERPT} characters of what is no JSON; null
 *     for an empty body
 * @param fieldErrors in Zoom's order; empty where there are none
 * @param nothingElse whether the body is JSON that holds nothing but an error
 */
public record ErrorBody(
    @Nullable Integer code,
    @Nullable String message,
    List<Field> fieldErrors,
    boolean nothingElse) {

  /** How many characters of an unexpected body an exception shows. */
  static final int EXCERPT = 200;

  private static final Set<String> SUCCESS_TEXT = Set.of("success", "ok");

  /** The names under which a body has a code. */
  private static final List<ByteString> CODES =
      List.of(
          ByteString.encodeUtf8("\"code\""),
          ByteString.encodeUtf8("\"error_code\""),
          ByteString.encodeUtf8("\"errorCode\""));

  /** How each of them ends: most bodies have none, which one search tells then. */
  private static final ByteString END = ByteString.encodeUtf8("ode\"");

  /** Whether a body is worth parsing; few successes have one of the names. */
  public static boolean mayHaveCode(Buffer body) throws IOException {
    if (body.indexOf(END) < 0) {
      return false;
    }
    for (ByteString name : CODES) {
      if (body.indexOf(name) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Reads the text of a body. */
  public static ErrorBody parse(String text) {
    if (text.isBlank()) {
      return new ErrorBody(null, null, List.of(), false);
    }
    if (!text.stripLeading().startsWith("{")) {
      return new ErrorBody(null, excerpt(text), List.of(), false);
    }
    try {
      return new Reading().read(JsonReader.of(new Buffer().writeUtf8(text)));
    } catch (IOException | JsonDataException broken) {
      return BrokenJson.read(text);
    }
  }

  /**
   * Whether the body speaks of an error, as against {@code {"code":0,"error_message":"success"}}.
   */
  public boolean isError() {
    return code != null
        && code != 0
        && (message == null || !SUCCESS_TEXT.contains(message.toLowerCase(Locale.ROOT)));
  }

  /** Whether something on the way sent words of its own. */
  public boolean isForeign() {
    return code == null && message != null && !nothingElse;
  }

  /** The beginning of a text, on one line. */
  public static String excerpt(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
  }

  /** What can be found in JSON that does not parse. */
  private static final class BrokenJson {
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"?(-?\\d{1,9})\\b");

    /** To the last quote before the next name or the end, because quotes inside are not escaped. */
    private static final Pattern MESSAGE =
        Pattern.compile(
            "\"(?:message|error_message|errorMessage)\"\\s*:\\s*\"(.*?)\"\\s*(?:,\\s*\"[a-z_A-Z]+\"\\s*:|}|$)",
            Pattern.DOTALL);

    static ErrorBody read(String text) {
      Matcher code = CODE.matcher(text);
      Matcher message = MESSAGE.matcher(text);
      return new ErrorBody(
          code.find() ? Integer.valueOf(code.group(1)) : null,
          message.find() ? message.group(1) : excerpt(text),
          List.of(),
          false);
    }
  }

  /**
   * What is wrong with one field.
   *
   * @param name null where Zoom does not say
   */
  public record Field(@Nullable String name, String message) {

    @Override
    public String toString() {
      return name == null ? message : name + ": " + message;
    }
  }

  /** One pass over the JSON object. */
  private static final class Reading {
    private @Nullable Integer code;
    private @Nullable String message;
    private @Nullable String reason;
    private final List<Field> fieldErrors = new ArrayList<>();
    private boolean nothingElse = true;

    ErrorBody read(JsonReader reader) throws IOException {
      reader.beginObject();
      while (reader.hasNext()) {
        switch (reader.nextName()) {
          case "code", "error_code", "errorCode" -> code = number(reader);
          case "message", "error_message", "errorMessage", "msg" -> message = text(reader);
          case "reason", "error", "error_description" -> reason = text(reader);
          case "errors" -> fieldErrors(reader);
          case "status", "timestamp", "path", "result" -> reader.skipValue();
          default -> {
            nothingElse = false;
            reader.skipValue();
          }
        }
      }
      reader.endObject();
      return new ErrorBody(
          code, message != null ? message : reason, List.copyOf(fieldErrors), nothingElse);
    }

    /** A list of {@code {field, message}} or of texts, or an object of field and message. */
    private void fieldErrors(JsonReader reader) throws IOException {
      switch (reader.peek()) {
        case BEGIN_ARRAY -> {
          reader.beginArray();
          while (reader.hasNext()) {
            if (reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
              fieldError(reader);
            } else {
              add(null, text(reader));
            }
          }
          reader.endArray();
        }
        case BEGIN_OBJECT -> {
          reader.beginObject();
          while (reader.hasNext()) {
            add(reader.nextName(), text(reader));
          }
          reader.endObject();
        }
        default -> add(null, text(reader));
      }
    }

    private void fieldError(JsonReader reader) throws IOException {
      @Nullable String field = null;
      @Nullable String words = null;
      reader.beginObject();
      while (reader.hasNext()) {
        switch (reader.nextName()) {
          case "field" -> field = text(reader);
          case "message" -> words = text(reader);
          default -> reader.skipValue();
        }
      }
      reader.endObject();
      add(field, words);
    }

    private void add(@Nullable String field, @Nullable String words) {
      if (field != null || words != null) {
        fieldErrors.add(new Field(field, words == null ? "" : words));
      }
    }

    private static @Nullable Integer number(JsonReader reader) throws IOException {
      String text = text(reader);
      try {
        return text == null ? null : Integer.valueOf(text);
      } catch (NumberFormatException notANumber) {
        return null;
      }
    }

    /** A scalar as text; null for null and for what is no scalar. */
    private static @Nullable String text(JsonReader reader) throws IOException {
      switch (reader.peek()) {
        case STRING, NUMBER -> {
          return reader.nextString();
        }
        case BOOLEAN -> {
          return String.valueOf(reader.nextBoolean());
        }
        default -> {
          reader.skipValue();
          return null;
        }
      }
    }
  }
}
