package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.MockRequest;
import dev.zoomkit.mock.MockResponse;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that may write leaves what it found as it was, and nothing of its own. */
class LiveWritesTest {

  private final OkHttpClient http = new OkHttpClient();
  @TempDir private Path directory;
  private CheckedMock checked;

  @BeforeEach
  void start() {
    checked = new CheckedMock(MockZoom.builder(), directory);
    checked.settings.put("contract.writes", "true");
  }

  @AfterEach
  void stop() {
    checked.close();
    http.connectionPool().evictAll();
  }

  @Test
  void whatWasThereIsAsItWasAndNothingIsLeft() throws IOException {
    Map<String, String> before = everythingRead();

    String said = checked.run();

    assertThat(checked.fits()).isTrue();
    assertThat(said).contains("; 0 departures", "; not deleted: 0.");
    assertThat(checked.called())
        .contains("createGroup", "updateGroupSettings", "deleteGroup", "createDivision")
        .doesNotContain("updateUserStatus", "updateUserPassword", "updateAccountSettings");
    assertThat(everythingRead()).isEqualTo(before);
  }

  /** What the mock responds to everything that a run reads. */
  private Map<String, String> everythingRead() throws IOException {
    BundledDescription description = BundledDescription.load();
    RawRequests requests = new RawRequests(description);
    Map<String, String> responses = new TreeMap<>();
    RawCalls calls =
        new RawCalls(description, requests, checked.mock.apiBase(), http, checked.mock.appToken());
    for (Operation operation : description.operations()) {
      if (operation.onlyReads()) {
        RawRequest request = requests.forOwnAccount(requests.needed(operation));
        responses.put(operation.id(), calls.exchange(request).text());
      }
    }
    return responses;
  }

  @Test
  void nothingIsCalledOfWhichPeopleHearOrThatNamesThem() throws IOException {
    checked.run();

    BundledDescription description = BundledDescription.load();
    assertThat(checked.called())
        .map(description::operation)
        .filteredOn(operation -> !operation.reads())
        .isNotEmpty()
        .noneMatch(Operation::notifies);
    assertThat(checked.calls())
        .filteredOn(call -> !call.method().equals("GET"))
        .extracting(MockRequest::body)
        .noneMatch(body -> body.contains("@") || body.contains("_id\""));
    assertThat(checked.reason("addWebinarRegistrant")).isEqualTo("Zoom tells people of it");
    assertThat(checked.reason("updateAccountSettings"))
        .isEqualTo("it changes what the run cannot make");
    assertThat(checked.reason("createInformationBarrierPolicy"))
        .isEqualTo("its body names what is there, or tells of somebody");
    assertThat(checked.reason("createSubAccount"))
        .isEqualTo("nothing deletes what it makes by an id that it tells");
    assertThat(checked.reason("createWebinarPoll")).isEqualTo("the run made nothing for webinarId");
  }

  @Test
  void aCreationSendsOnlyWhatItNeeds() throws IOException {
    checked.run();

    assertThat(checked.mock.requests("createTrackingField"))
        .extracting(MockRequest::body)
        .containsExactly("{\"field\":\"Region\"}");
  }

  @Test
  void whatWasMadeIsDeletedTheLastFirstThoughTheRunEnds() throws IOException {
    checked.respond("updateDivision", MockResponse.error(401, 124, "Invalid access token."));

    assertThat(checked.run())
        .endsWith(" refuses the access token: HTTP 401, 124, Invalid access token.");

    List<String> writes = checked.lines("writes", "operation", "outcome");
    assertThat(writes).endsWith("deleteRole 204", "deleteImGroup 204", "deleteGroup 204");
    assertThat(writes)
        .contains("deleteDivision 204")
        .anyMatch(line -> line.startsWith("updateDivision ") && line.contains("HTTP 401"));
    assertThat(checked.drift().path("notDeleted")).isEmpty();
  }

  @Test
  void aCreationOfUnknownOutcomeIsListed() throws IOException {
    checked.respond("createImGroup", MockResponse.error(500, 500, "Internal error."));
    checked.respond("createRole", MockResponse.json(201, "{}").neverSent());

    checked.run();

    assertThat(checked.lines("notDeleted", "operation", "path", "outcome"))
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isEqualTo(
                        "createImGroup /im/groups 500 with code 500, and no id of what it may have"
                            + " made"),
            second ->
                assertThat(second).startsWith("createRole /roles 127.0.0.1 cannot be reached: "));
    assertThat(checked.lines("writes", "operation", "outcome")).endsWith("deleteGroup 204");
  }

  @Test
  void whatTheTokenMayNotDeleteIsNotMade() throws IOException {
    try (CheckedMock granular =
        new CheckedMock(
            MockZoom.builder()
                .scopes(
                    "user:read:list_users:admin",
                    "group:write:group:admin",
                    "role:write:role:admin",
                    "role:delete:role:admin"),
            directory)) {
      granular.settings.put("contract.writes", "true");

      granular.run();

      assertThat(granular.called())
          .contains("createRole", "deleteRole")
          .doesNotContain("createGroup");
      assertThat(granular.reason("createGroup"))
          .isEqualTo("the token lacks the scope to delete what it makes");
    }
  }

  @Test
  void whatCouldNotBeDeletedIsListedWithItsId() throws IOException {
    checked.respond("deleteGroup", MockResponse.error(400, 300, "Not now."));

    String said = checked.run();

    String made = checked.mock.requests("deleteGroup").get(0).path().replaceFirst("^/v2", "");
    assertThat(checked.fits()).isFalse();
    assertThat(said).contains("; not deleted: 1.");
    assertThat(checked.lines("notDeleted", "operation", "path", "outcome"))
        .containsExactly("deleteGroup " + made + " 400 with code 300");
    assertThat(checked.called()).contains("deleteImGroup", "deleteRole");
  }

  @Test
  void anIdThatWasThereBeforeIsNotTheRunsOwn() throws IOException {
    String group = checked.mock.example("groupId");
    checked.change(
        "createGroup", body -> body.replaceFirst("\"id\":\"\\w+\"", "\"id\":\"" + group + "\""));

    checked.run();

    assertThat(checked.called()).doesNotContain("updateGroup", "deleteGroup");
    assertThat(checked.lines("notDeleted", "operation", "path", "outcome"))
        .containsExactly("createGroup /groups 201, with the id of what was there before");
  }
}
