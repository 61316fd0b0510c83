package dev.zoomkit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.squareup.moshi.Moshi;
import dev.zoomkit.annotation.AccountPath;
import dev.zoomkit.api.Apis;
import dev.zoomkit.internal.json.JsonConverterFactory;
import dev.zoomkit.internal.json.JsonReading;
import dev.zoomkit.model.ZoomJson;
import dev.zoomkit.runtime.ParameterConverters;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Retrofit;
import retrofit2.http.Path;

/** What the wiring takes for granted of every generated interface. */
class GeneratedApisTest {

  static List<Class<?>> all() {
    return Apis.ALL;
  }

  @Test
  void thereAreSome() {
    assertThat(all()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void retrofitTakesEveryMethod(Class<?> api) {
    Retrofit eager =
        new Retrofit.Builder()
            .baseUrl("https://api.zoom.us/v2/")
            .addConverterFactory(new UuidConverterFactory())
            .addConverterFactory(new ParameterConverters())
            .addConverterFactory(
                new JsonConverterFactory(
                    new Moshi.Builder().add(ZoomJson.factory()).build(),
                    JsonReading.strict(),
                    annotations -> "a call"))
            .validateEagerly(true)
            .build();

    assertThatCode(() -> eager.create(api)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("all")
  void accountIsAnnotatedWhereverItStandsInThePath(Class<?> api) {
    for (Method method : api.getMethods()) {
      boolean inPath =
          parameters(method)
              .anyMatch(one -> one instanceof Path path && path.value().equals("accountId"));
      boolean annotated = parameters(method).anyMatch(AccountPath.class::isInstance);

      assertThat(annotated).as(method.getName()).isEqualTo(inPath);
    }
  }

  private static Stream<Object> parameters(Method method) {
    return Arrays.stream(method.getParameterAnnotations()).flatMap(Arrays::stream);
  }
}
