package dev.zoomkit.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.annotation.KnownError;
import dev.zoomkit.annotation.KnownErrors;
import dev.zoomkit.api.Apis;
import dev.zoomkit.internal.http.ErrorBody;
import dev.zoomkit.internal.http.ErrorResponse;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.RateHeaders;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import retrofit2.Invocation;

/** The facade's Javadoc names for each documented error the exception that a caller gets. */
class ErrorJavadocTest {

  private static final Path FACADES =
      Path.of("target/generated-sources/openapi/src/main/java/dev/zoomkit/operations");

  private static final Pattern METHOD =
      Pattern.compile(
          "/\\*\\*((?:(?!\\*/).)*)\\*/(?:\\s*@\\w+(?:\\([^)]*\\))?)*\\s*public [^(]*?(\\w+)\\(",
          Pattern.DOTALL);
  private static final Pattern THROWS =
      Pattern.compile("@throws (\\w+)((?:(?!@throws|@deprecated).)*)", Pattern.DOTALL);
  private static final Pattern ERROR = Pattern.compile("HTTP (\\d+)(?:, code (\\d+))?:");

  @Test
  void namesWhatIsThrown() throws IOException {
    Set<String> thrown =
        Apis.ALL.stream()
            .flatMap(api -> Arrays.stream(api.getMethods()))
            .filter(method -> !method.isDefault())
            .flatMap(ErrorJavadocTest::thrown)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(thrown).isNotEmpty();
    assertThat(documented()).isEqualTo(thrown);
  }

  private static Stream<String> thrown(Method method) {
    KnownErrors known = method.getAnnotation(KnownErrors.class);
    return Stream.of(known == null ? new KnownError[0] : known.value())
        .map(
            error ->
                line(method.getName(), exception(method, error), error.status(), error.code()));
  }

  private static String exception(Method method, KnownError error) {
    Integer code = error.code() == 0 ? null : error.code();
    ErrorBody body = new ErrorBody(code, "No scopes: [thing:read].", List.of(), true);
    List<String> arguments = Collections.nCopies(method.getParameterCount(), "x");
    Request request =
        new Request.Builder()
            .url("https://api.zoom.us/v2/things")
            .tag(Invocation.class, Invocation.of(Object.class, "", method, arguments))
            .build();
    Operation operation = Operation.of(method);
    RateHeaders rate = RateHeaders.of(Headers.EMPTY, Clock.systemUTC());
    ErrorResponse response =
        new ErrorResponse(operation, error.status(), body, rate, null, request, null, null);
    return ExceptionMapper.exception(response).getClass().getSimpleName();
  }

  private static Set<String> documented() throws IOException {
    Set<String> documented = new TreeSet<>();
    try (Stream<Path> files = Files.list(FACADES)) {
      for (Path file : files.toList()) {
        METHOD
            .matcher(Files.readString(file))
            .results()
            .forEach(method -> documented.addAll(documented(method.group(2), method.group(1))));
      }
    }
    return documented;
  }

  private static List<String> documented(String operation, String javadoc) {
    return THROWS
        .matcher(javadoc.replaceAll("\\s*\\n\\s*\\*\\s*", " "))
        .results()
        .flatMap(
            exception ->
                ERROR
                    .matcher(exception.group(2))
                    .results()
                    .map(
                        error ->
                            line(
                                operation, exception.group(1), number(error, 1), number(error, 2))))
        .toList();
  }

  private static int number(MatchResult error, int group) {
    return error.group(group) == null ? 0 : Integer.parseInt(error.group(group));
  }

  private static String line(String operation, String exception, int status, int code) {
    return "%s throws %s for %d/%d".formatted(operation, exception, status, code);
  }
}
