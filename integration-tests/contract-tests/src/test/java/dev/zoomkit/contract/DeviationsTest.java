package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.error.ApiException;
import dev.zoomkit.mock.Deviation;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.model.ZoomJson;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.scope.MissingScopeException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
      new ExampleCalls(
          DESCRIPTION,
          new RawRequests(DESCRIPTION),
          new Moshi.Builder().add(ZoomJson.factory()).build());

  private static final FacadeCalls FACADE = new FacadeCalls(DESCRIPTION, CALLS);
  private static final int MORE = 7;

  static Stream<Set<Deviation>> deviations() {
    return Stream.concat(
        Stream.of(Deviation.values()).map(Set::of), Stream.of(EnumSet.allOf(Deviation.class)));
  }

  @ParameterizedTest
  @MethodSource("deviations")
  void everyResponseIsRead(Set<Deviation> deviations) {
    try (MockZoom mock = started(deviations);
        ZoomClient zoom = tolerant(mock)) {
      assertThat(failures(mock, zoom)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("deviations")
  void everyListIsReadToItsEnd(Set<Deviation> deviations) {
    Map<String, Integer> documented = new TreeMap<>();
    Map<String, Integer> walked = new TreeMap<>();
    try (MockZoom mock = MockZoom.builder().startAt(Sandbox.BEFORE_WHAT_IS_TO_COME).start();
        ZoomClient zoom = tolerant(mock)) {
      walk(mock, zoom, documented);
      mock.reset();
      mock.deviate(deviations);
      walk(mock, zoom, walked);
    }

    documented.keySet().retainAll(walked.keySet());
    assertThat(walked).isEqualTo(documented);
    assertThat(walked).hasSizeGreaterThan(40);
    assertThat(walked.values()).filteredOn(items -> items > MORE).hasSizeGreaterThan(20);
  }

  /** Counts the items of each list that the mock does not refuse, in pages of two. */
  private static void walk(MockZoom mock, ZoomClient zoom, Map<String, Integer> items) {
    for (Operation operation : DESCRIPTION.operations()) {
      if (operation.isPaged()) {
        try {
          mock.seed(operation.id(), "{}", MORE);
        } catch (IllegalArgumentException keepsNone) {
          items.remove(operation.id());
        }
        int[] count = {0};
        try {
          FACADE.pages(zoom.ownAccount(), operation, 2).forEach(item -> count[0]++);
          items.put(operation.id(), count[0]);
        } catch (ApiException refused) {
          assertThat(refused.operation()).isEqualTo(operation.id());
        }
      }
    }
  }

  static Stream<Set<Deviation>> deviationsOfErrors() {
    return Stream.of(
        Set.of(Deviation.SCOPE_ERRORS),
        Set.of(Deviation.BROKEN_ERROR_JSON),
        Set.of(Deviation.BARE_ERRORS),
        Set.of(Deviation.PSEUDO_SUCCESSES),
        EnumSet.allOf(Deviation.class));
  }

  /** The client does not know that its token lacks the scopes, and so Zoom has to say it. */
  @ParameterizedTest
  @MethodSource("deviationsOfErrors")
  void everyMissingScopeIsReported(Set<Deviation> deviations) {
    List<String> silent = new ArrayList<>();
    try (MockZoom mock = started(deviations)) {
      String token = mock.userToken(mock.example("userId"), "user:read:admin");
      BearerToken bearer = BearerToken.of(AccessToken.of(token), AppKind.ACCOUNT_LEVEL);
      try (ZoomClient zoom =
          mock.clientBuilder().credentials(bearer).retryPolicy(RetryPolicy.none()).build()) {
        for (Operation operation : DESCRIPTION.operations()) {
          if (!operation.category().equals("Users")) {
            try {
              zoom.execute(
                  CALLS.call(zoom, operation, DESCRIPTION.accounts(operation).get(0), false));
              silent.add(operation.id());
            } catch (MissingScopeException | ApiException refused) {
              assertThat(refused.getMessage()).contains(operation.id());
            }
          }
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  private static MockZoom started(Set<Deviation> deviations) {
    return MockZoom.builder()
        .startAt(Sandbox.BEFORE_WHAT_IS_TO_COME)
        .realism(deviations.toArray(Deviation[]::new))
        .start();
  }

  private static ZoomClient tolerant(MockZoom mock) {
    return mock.clientBuilder().retryPolicy(RetryPolicy.none()).build();
  }

  /** What calls ended with that neither returned nor was refused. */
  private static List<String> failures(MockZoom mock, ZoomClient zoom) {
    List<String> failures = new ArrayList<>();
    for (Operation operation : DESCRIPTION.operations()) {
      boolean reads = operation.reads();
      List<String> accounts = DESCRIPTION.accounts(operation);
      for (String account : accounts.subList(reads ? 0 : accounts.size() - 1, accounts.size())) {
        try {
          zoom.execute(
              CALLS.call(zoom, operation, account, account.equals(BundledDescription.OWN_ACCOUNT)));
        } catch (ApiException refused) {
          assertThat(refused.operation()).isEqualTo(operation.id());
        } catch (RuntimeException failure) {
          failures.add(operation.id() + ", account " + account + ": " + failure);
        }
        if (!reads) {
          mock.reset();
        }
      }
    }
    return failures;
  }
}
