package dev.zoomkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.BufferedSource;
import okio.Okio;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the description's catalogue says of the facade. */
class CatalogueTest {

  static Stream<Map<?, ?>> java() throws IOException {
    InputStream file = CatalogueTest.class.getResourceAsStream("/dev/zoomkit/spec/operations.json");
    try (BufferedSource json = Okio.buffer(Okio.source(file))) {
      Map<?, ?> catalogue = (Map<?, ?>) JsonReader.of(json).readJsonValue();
      return ((List<?>) catalogue.get("operations"))
          .stream().map(each -> (Map<?, ?>) ((Map<?, ?>) each).get("java"));
    }
  }

  @ParameterizedTest
  @MethodSource("java")
  void leadsToTheMethod(Map<?, ?> java) throws NoSuchMethodException {
    Class<?> facade = ZoomAccount.class.getMethod((String) java.get("accessor")).getReturnType();

    assertThat(facade.getName()).isEqualTo(java.get("facade"));
    assertThat(facade.getMethods())
        .extracting(Method::getName)
        .contains((String) java.get("method"));
  }
}
