package dev.zoomkit.record;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.zoomkit.internal.http.ByteOrderMark;
import dev.zoomkit.internal.http.RequestLine;
import java.io.IOException;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.BufferedSink;

/** Puts pseudonyms in the place of what the description does not let be shown. Thread-safe. */
final class BlackOut {

  /** In any script, and as it stands in a link. */
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@%<>\"(),;:/?&=]{1,64}+(?:@|%40)[^\\s@%<>\"(),;:/?&=]+");

  private static final Pattern IN_LINK = Pattern.compile("([?&]([\\w.-]{1,64})=)([^&#\\s\"<>]+)");

  /** A name that a program gives; others may be values, as those of a map from addresses are. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

  private final Pseudonyms pseudonyms;

  BlackOut(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /**
   * Copies JSON.
   *
   * @throws IOException if it is none
   * @throws com.squareup.moshi.JsonDataException if it is too deep
   */
  Buffer json(Buffer json, Shape shape) throws IOException {
    Buffer copy = new Buffer();
    json.skip(ByteOrderMark.length(json));
    JsonReader reader = JsonReader.of(json);
    JsonWriter writer = JsonWriter.of(copy);
    writer.setSerializeNulls(true);
    copy(reader, writer, shape);
    if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
      throw new IOException("more after the end");
    }
    return copy;
  }

  private void copy(JsonReader reader, JsonWriter writer, Shape shape) throws IOException {
    switch (reader.peek()) {
      case BEGIN_ARRAY -> {
        reader.beginArray();
        writer.beginArray();
        while (reader.hasNext()) {
          copy(reader, writer, shape.items());
        }
        reader.endArray();
        writer.endArray();
      }
      case BEGIN_OBJECT -> {
        reader.beginObject();
        writer.beginObject();
        while (reader.hasNext()) {
          String name = reader.nextName();
          writer.name(name(name));
          copy(reader, writer, shape.member(name));
        }
        reader.endObject();
        writer.endObject();
      }
      case STRING -> writer.value(text(reader.nextString(), shape));
      case NUMBER -> {
        String number = reader.nextString();
        try (BufferedSink raw = writer.valueSink()) {
          raw.writeUtf8(shape.showsScalars() ? number : number(number));
        }
      }
      case BOOLEAN -> writer.value(reader.nextBoolean() && shape.showsScalars());
      default -> {
        reader.nextNull();
        writer.nullValue();
      }
    }
  }

  /** The digits of an exponent say how large a number is, and that it may be. */
  private String number(String number) {
    return number.matches("[-.\\d]+") ? pseudonyms.ofNumber(number) : "1";
  }

  /** A name in an object or a query. */
  String name(String name) {
    return NAME.matcher(name).matches() ? name : pseudonyms.of(name);
  }

  /** A text, or a value of path or query. */
  String text(String text, Shape shape) {
    if (!shape.showsScalars()) {
      return pseudonyms.of(text);
    }
    String safe = IN_LINK.matcher(text).replaceAll(this::inLink);
    return EMAIL.matcher(safe).replaceAll(email -> quoted(pseudonyms.of(email.group())));
  }

  /** A value in the query of a link, wherever in a text that stands. */
  private String inLink(MatchResult value) {
    return quoted(
        RequestLine.isSecretOfLinks(value.group(2))
            ? value.group(1) + pseudonyms.of(value.group(3))
            : value.group());
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }
}
