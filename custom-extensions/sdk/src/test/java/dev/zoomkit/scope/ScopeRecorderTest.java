package dev.zoomkit.scope;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.api.Apis;
import dev.zoomkit.api.RolesApi;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.fixture.AtOnce;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.internal.http.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScopeRecorderTest {

  private final ScopeRecorder recorder = new ScopeRecorder();

  @Test
  void clientTellsWhatItCallsAndWhatItsTokenHolds() throws Exception {
    try (FakeZoom zoom = new FakeZoom();
        ZoomClient client = zoom.client().recordScopes(recorder).build()) {
      zoom.respondToToken(FakeZoom.token("t", "thing:read:admin thing:write:admin x:y"))
          .respond(json("{}"));
      ThingsApi things = client.api(ThingsApi.class);
      things.listThings("me", "u1", null, null).execute();
      assertThatThrownBy(() -> things.listThings("sub", "u1", null, null).execute())
          .isInstanceOf(MissingScopeException.class);
    }
    NeededScopes needed = recorder.needed(AppKind.SERVER_TO_SERVER);

    assertThat(needed.classic()).containsExactly("thing:master", "thing:read:admin");
    assertThat(needed.granular())
        .containsExactly("thing:read:list_things:admin", "thing:read:list_things:master");
    assertThat(needed.unused()).containsExactly("thing:write:admin", "x:y");
    assertThat(needed)
        .hasToString(
            """
            Classic scopes:
              thing:master
              thing:read:admin
            Granular scopes:
              thing:read:list_things:admin
              thing:read:list_things:master
            Held and never used:
              thing:write:admin
              x:y\
            """);
  }

  @Test
  void appOfOneUserGetsTheScopesOfOneUser() {
    recorder.ownAccount("listWebinars", "createWebinar");

    assertThat(recorder.needed(AppKind.USER_LEVEL).classic())
        .containsExactly("webinar:read", "webinar:write");
    assertThat(recorder.needed(AppKind.ACCOUNT_LEVEL).classic())
        .containsExactly("webinar:read:admin", "webinar:write:admin");
  }

  @Test
  void oneScopeForTwoOperationsIsFewer() {
    recorder.ownAccount("listRoles", "createRole");

    assertThat(recorder.needed(AppKind.SERVER_TO_SERVER).classic())
        .containsExactly("role:write:admin");
  }

  @Test
  void narrowestIsTakenOfWhatSuffices() {
    recorder.subAccounts("assignRole");

    assertThat(recorder.needed(AppKind.SERVER_TO_SERVER).classic())
        .containsExactly("role:write:master");
  }

  @Test
  void operationsWithoutAScopeOfAGenerationAreNamed() {
    recorder.ownAccount("listInvoiceReports");
    NeededScopes needed = recorder.needed(AppKind.SERVER_TO_SERVER);

    assertThat(needed.classic()).containsExactly("billing:master");
    assertThat(needed.granular()).isEmpty();
    assertThat(needed.withoutGranular()).containsExactly("listInvoiceReports");
    assertThat(needed.toString()).endsWith("No granular scope is known for:\n  listInvoiceReports");
  }

  @Test
  void unknownOperationIsRefusedWithTheNearestName() {
    assertThatThrownBy(() -> recorder.ownAccount("listWebinar"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "ownAccount needs an operation of the description; there is no listWebinar, but"
                + " listWebinars.");
  }

  @Test
  void operationIsRefusedForAnAccountThatItIsNotFor() {
    assertThatThrownBy(() -> recorder.ownAccount("getAccountPlans"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "ownAccount needs an operation that exists there; getAccountPlans is for subAccounts.");
    assertThatThrownBy(() -> recorder.subAccounts("listSubAccounts"))
        .hasMessage(
            "subAccounts needs an operation that exists there; listSubAccounts is for ownAccount.");
  }

  @Test
  void nothingRecordedNeedsNothing() {
    assertThat(recorder.needed(AppKind.USER_LEVEL)).hasToString("No scopes.");
  }

  /** Whatever is chosen for all operations at once suffices for each, in the sizes that occur. */
  @ParameterizedTest
  @EnumSource(AppKind.class)
  void scopesOfAllOperationsSufficeForEach(AppKind kind) {
    Apis.ALL.forEach(api -> recorder.ownAccount(api).subAccounts(api));
    NeededScopes needed = recorder.needed(kind);

    for (Class<?> api : Apis.ALL) {
      for (Method method : api.getMethods()) {
        if (!method.isDefault()) {
          Operation operation = Operation.of(method);
          boolean ownAccount = !operation.isForSubAccountsOnly();
          List<String> sufficient = operation.sufficientScopes(ownAccount);
          assertThat(
                  needed.withoutClassic().contains(operation.name())
                      || !Collections.disjoint(needed.classic(), sufficient))
              .as(operation.name())
              .isTrue();
          assertThat(
                  needed.withoutGranular().contains(operation.name())
                      || !Collections.disjoint(needed.granular(), sufficient))
              .as(operation.name())
              .isTrue();
        }
      }
    }
  }

  @Test
  void manyThreadsRecordAtOnce() {
    List<Operation> operations =
        Arrays.stream(RolesApi.class.getMethods())
            .filter(method -> !method.isDefault())
            .map(Operation::of)
            .toList();
    AtomicInteger next = new AtomicInteger();
    AtOnce.run(
        32,
        () -> {
          int index = next.getAndIncrement();
          recorder.record(operations.get(index % operations.size()), true, null);
          return recorder.needed(AppKind.SERVER_TO_SERVER);
        });

    assertThat(recorder.needed(AppKind.SERVER_TO_SERVER).granular())
        .isEqualTo(
            new ScopeRecorder()
                .ownAccount(RolesApi.class)
                .needed(AppKind.SERVER_TO_SERVER)
                .granular());
  }
}
