package dev.zoomkit.internal;

import dev.zoomkit.annotation.UuidPath;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Encodes a UUID that begins with {@code /} or contains {@code //}: Retrofit does it once more, and
 * Zoom needs it twice. Any other value is left to Retrofit.
 */
final class UuidConverterFactory extends Converter.Factory {

  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    if (type == String.class) {
      for (Annotation annotation : annotations) {
        if (annotation instanceof UuidPath) {
          return (String value) -> encodedOnce(value);
        }
      }
    }
    return null;
  }

  /** The value; encoded where it is a UUID that Zoom needs encoded twice. */
  static String encodedOnce(String value) {
    return value.startsWith("/") || value.contains("//")
        ? URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")
        : value;
  }
}
