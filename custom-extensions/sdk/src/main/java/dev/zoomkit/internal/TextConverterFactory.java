package dev.zoomkit.internal;

import dev.zoomkit.annotation.UuidPath;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Values of path and query whose text is not simply their {@code toString()}. */
final class TextConverterFactory extends Converter.Factory {

  /** Zoom takes times in UTC and ignores an offset; zero seconds are written, too. */
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    if (type == OffsetDateTime.class) {
      return (OffsetDateTime time) -> UTC.format(time);
    }
    boolean uuid = Stream.of(annotations).anyMatch(UuidPath.class::isInstance);
    return type == String.class && uuid ? (String value) -> uuid(value) : null;
  }

  /** Retrofit encodes once; a UUID that Zoom would take for several segments needs it twice. */
  private static String uuid(String value) {
    return value.startsWith("/") || value.contains("//")
        ? URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")
        : value;
  }
}
