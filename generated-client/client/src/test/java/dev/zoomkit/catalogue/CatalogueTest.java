package dev.zoomkit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import dev.zoomkit.api.Apis;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.BufferedSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the description's catalogue says of each operation, against the generated interfaces. */
class CatalogueTest {

  static List<Entry> entries() throws IOException {
    InputStream file = CatalogueTest.class.getResourceAsStream("/dev/zoomkit/spec/operations.json");
    try (BufferedSource json = Okio.buffer(Okio.source(file))) {
      return new Entry((Map<?, ?>) JsonReader.of(json).readJsonValue()).list("operations");
    }
  }

  static Stream<Method> methods() {
    return Apis.ALL.stream()
        .flatMap(api -> Stream.of(api.getMethods()))
        .filter(method -> Modifier.isAbstract(method.getModifiers()));
  }

  @Test
  void eachMethodIsInTheCatalogue() throws IOException {
    assertThat(entries().stream().map(Entry::javaName))
        .containsExactlyInAnyOrderElementsOf(methods().map(GeneratedMethod::javaName).toList());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void whatAnEntrySaysIsSoInJava(Entry entry) {
    Method method =
        methods()
            .filter(each -> GeneratedMethod.javaName(each).equals(entry.javaName()))
            .findFirst()
            .orElseThrow();

    assertThat(entry.facts()).containsExactlyElementsOf(new GeneratedMethod(method).facts());
  }
}
