package dev.zoomkit.paging;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomAccount;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.model.UserSummary;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages of real operations count, against what they have. */
class CountedPagesTest {

  private static final String USERS = "GET /v2/accounts/sub/users?page_size=2000";

  private final FakeZoom zoom = new FakeZoom();
  private final ZoomClient client = zoom.client().build();
  private final ZoomAccount account = client.account("sub");

  @BeforeEach
  void allow() {
    zoom.respondToToken(
        FakeZoom.token("token-1", "user:master group:master dashboard:master recording:master"));
  }

  @AfterEach
  void close() {
    client.close();
    zoom.close();
  }

  private List<String> userIds() {
    return account.users().listUsers().stream().map(UserSummary::id).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"total_records\":5}",
        "{\"total_records\":5,\"users\":null}",
        "{\"page_count\":2,\"page_number\":1}",
        "{\"total_records\":5,\"next_page_token\":\"t2\"}"
      })
  void pageWithoutItsListThatCountsItemsIsNoEmptyPage(String page) {
    zoom.respond(json(page));

    assertThatThrownBy(this::userIds)
        .isInstanceOf(PagingException.class)
        .hasMessageStartingWith("listUsers: page 1 has no users, but ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"users\":null}",
        "{\"total_records\":0}",
        "{\"page_count\":1,\"page_number\":1,\"page_size\":30,\"total_records\":0}",
        "{\"page_count\":1}",
        "{\"page_count\":0,\"page_size\":0,\"next_page_token\":\"\"}"
      })
  void pageWithoutItsListThatCountsNothingIsEmpty(String page) {
    zoom.respond(json(page));

    assertThat(userIds()).isEmpty();
    assertThat(zoom.calls).hasSize(1);
  }

  @Test
  void listInsideAnotherObjectIsMissedToo() {
    zoom.respond(json("{\"id\":\"room\",\"past_meetings\":{\"total_records\":5}}"));
    LocalDate day = LocalDate.of(2026, 11, 1);
    var meetings = account.dashboards().getDashboardZoomRoom("room", day, day);

    assertThatThrownBy(() -> meetings.iterator().next())
        .isInstanceOf(PagingException.class)
        .hasMessageStartingWith("getDashboardZoomRoom: page 1 has no past_meetings.meetings, but ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"next_page_token\":\"\"", ",\"next_page_token\":null"})
  void pageThatCountsMorePagesAndHasNoTokenLeadsOnByNumber(String token) {
    zoom.respond(
        json("{\"page_count\":2,\"page_number\":1,\"users\":[{\"id\":\"a\"}]" + token + "}"),
        json("{\"page_count\":2,\"page_number\":2,\"users\":[{\"id\":\"b\"}]" + token + "}"));

    assertThat(userIds()).containsExactly("a", "b");
    assertThat(zoom.lines()).containsExactly(USERS, USERS + "&page_number=2");
  }

  @Test
  void pageThatCountsMorePagesFailsWhereNothingLeadsOn() {
    zoom.respond(json("{\"page_count\":2,\"meetings\":[{\"uuid\":\"a\"}]}"));
    var files = account.archiving().listArchivedFiles().iterator();

    assertThatThrownBy(files::next)
        .isInstanceOf(PagingException.class)
        .hasMessageStartingWith("listArchivedFiles: page 1 of 2 has no next_page_token");
  }

  @Test
  void countThatTheDescriptionLacksIsHeededToo() {
    zoom.respond(json("{\"page_count\":2,\"page_number\":1,\"groups\":[{\"id\":\"a\"}]}"));
    var groups = account.groups().listGroups().iterator();

    assertThatThrownBy(groups::next)
        .isInstanceOf(PagingException.class)
        .hasMessageStartingWith("listGroups: page 1 of 2 has no next_page_token");
  }
}
