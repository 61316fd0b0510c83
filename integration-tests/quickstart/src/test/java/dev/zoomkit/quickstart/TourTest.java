package dev.zoomkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.model.WebinarSummary;
import dev.zoomkit.user.UserRef;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tour as it goes on accounts that are not like the rehearsal's. */
class TourTest {

  private final MockZoom mock = MockZoom.start();
  private final UserRef host = UserRef.id(mock.addUser("sam@bakery.example"));
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ZoomClient zoom = mock.clientBuilder().strictReading().build();

  @AfterEach
  void close() {
    zoom.close();
    mock.close();
  }

  @Test
  void leavesTheAccountAsItFoundIt() {
    seed(3);
    List<WebinarSummary> before = webinars();

    tour();

    assertThat(webinars()).isEqualTo(before).hasSize(3);
    assertThat(mock.requests("createWebinar")).hasSize(1);
  }

  @Test
  void showsFourPagesOfALongList() {
    seed(30);

    tour();

    assertThat(text()).contains("There are more; 4 pages are enough here.");
    assertThat(mock.requests("listWebinars")).hasSize(5);
  }

  @Test
  void asksForThePanelistsWhereTheTokenMay() {
    tour();

    assertThat(text()).contains("This token has the scope. Panelists: 0");
  }

  @Test
  void deletesTheWebinarWhenTheRegistrationIsRefused() {
    mock.on("addWebinarRegistrant").next().respond(400, 3000);

    assertThatThrownBy(this::tour).isInstanceOf(BadRequestException.class);

    assertThat(text()).contains("Deleted webinar");
    assertThat(webinars()).isEmpty();
  }

  @Test
  void saysWhichWebinarItCouldNotDelete() {
    mock.on("deleteWebinar").next().respond(400, 200);

    assertThatThrownBy(this::tour).isInstanceOf(BadRequestException.class);

    assertThat(text()).contains("Webinar " + webinars().get(0).id() + " is still there");
  }

  private void tour() {
    Paper paper = new Paper(new PrintStream(printed, true, StandardCharsets.UTF_8));
    new Tour(zoom.ownAccount(), mock.clock(), paper).of(host);
  }

  private void seed(int webinars) {
    mock.seed(
        "createWebinar", Map.of("userId", host.value()), "{\"topic\": \"Bread {n}\"}", webinars);
  }

  private List<WebinarSummary> webinars() {
    return zoom.ownAccount().webinars().listWebinars(host).stream().toList();
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
