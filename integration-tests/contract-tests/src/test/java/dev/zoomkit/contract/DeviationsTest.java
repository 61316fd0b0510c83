package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.ApiException;
import dev.zoomkit.mock.Deviation;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.model.ZoomJson;
import dev.zoomkit.retry.RetryPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation through the client while the mock responds as Zoom really does, in each way in
 * which that differs from the documentation, and in all ways at once: the client reads it, or says
 * that Zoom refused the call.
 */
class DeviationsTest {

  private static final BundledDescription DESCRIPTION = BundledDescription.load();
  private static final ExampleCalls CALLS =
      new ExampleCalls(DESCRIPTION, new Moshi.Builder().add(ZoomJson.factory()).build());

  static Stream<Set<Deviation>> deviations() {
    return Stream.concat(
        Stream.of(Deviation.values()).map(Set::of), Stream.of(EnumSet.allOf(Deviation.class)));
  }

  @ParameterizedTest
  @MethodSource("deviations")
  void everyResponseIsRead(Set<Deviation> deviations) {
    try (MockZoom mock = started(deviations, MockZoom.builder());
        ZoomClient zoom = tolerant(mock)) {
      assertThat(failures(mock, zoom)).isEmpty();
    }
  }

  private static MockZoom started(Set<Deviation> deviations, MockZoom.Builder builder) {
    return builder.realism(deviations.toArray(Deviation[]::new)).start();
  }

  private static ZoomClient tolerant(MockZoom mock) {
    return mock.clientBuilder().retryPolicy(RetryPolicy.none()).build();
  }

  /** What calls ended with that neither returned nor was refused. */
  private static List<String> failures(MockZoom mock, ZoomClient zoom) {
    List<String> failures = new ArrayList<>();
    for (Operation operation : DESCRIPTION.operations()) {
      for (String account : DESCRIPTION.accounts(operation)) {
        try {
          zoom.execute(CALLS.call(zoom, operation, account, account.equals(BundledDescription.OWN_ACCOUNT)));
        } catch (ApiException refused) {
          assertThat(refused.operation()).isEqualTo(operation.id());
        } catch (RuntimeException failure) {
          failures.add(operation.id() + ", account " + account + ": " + failure);
        }
        if (!operation.method().equals("GET")) {
          mock.reset();
        }
      }
    }
    return failures;
  }
}
