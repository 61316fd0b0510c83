package dev.zoomkit.runtime;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * How the parameters of the generated interfaces become text: moments in UTC to the second. All
 * other types already are what their {@code toString()} says. Every Retrofit that creates a
 * generated interface needs it.
 */
public final class ParameterConverters extends Converter.Factory {
  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return type == OffsetDateTime.class ? (OffsetDateTime moment) -> Times.format(moment) : null;
  }
}
