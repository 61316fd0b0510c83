package dev.zoomkit.walks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.model.WebinarSummary;
import dev.zoomkit.paging.Page;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.paging.Position;
import dev.zoomkit.user.UserRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Walks over lists that take longer than the tokens of their pages live. */
class LongWalkTest {

  private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);
  private static final int WEBINARS = 10;

  @AutoClose private final MockZoom mock = MockZoom.start();
  private final ZoomClient client = mock.client();
  private final UserRef jill = UserRef.id(mock.addUser("jill@acme.example"));

  LongWalkTest() {
    mock.seed(
        "createWebinar",
        Map.of("userId", jill.value()),
        "{\"topic\": \"Town hall {n}\"}",
        WEBINARS);
  }

  private Pages<WebinarSummary> webinars() {
    return client.ownAccount().webinars().listWebinars(jill, query -> query.pageSize(3));
  }

  @Test
  void eachItemComesOnceThoughEachTokenEnds() {
    List<Long> ids = new ArrayList<>();
    for (Page<WebinarSummary> page : webinars().byPage()) {
      page.items().forEach(webinar -> ids.add(webinar.id()));
      mock.clock().advance(TOKEN_LIFE);
    }

    assertThat(ids).hasSize(WEBINARS).doesNotHaveDuplicates();
    assertThat(mock.requests("listWebinars"))
        .as("1, of page 2 in vain, 1 and 2, of page 3 in vain, 1 to 3, of page 4 in vain, 1 to 4")
        .hasSize(13);
  }

  @Test
  void positionOutlivesItsToken() {
    Page<WebinarSummary> first = webinars().byPage().iterator().next();
    String text = first.position().text();
    mock.clock().advance(TOKEN_LIFE);

    assertThat(webinars().resumeAt(Position.parse(text)))
        .hasSize(WEBINARS - 3)
        .doesNotContainAnyElementsOf(first.items());
  }
}
