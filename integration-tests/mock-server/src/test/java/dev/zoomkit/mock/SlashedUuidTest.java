package dev.zoomkit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.ZoomClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Instances whose UUIDs a path takes only if they are encoded twice. */
class SlashedUuidTest extends Running {

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String newMeeting() {
    return zoom.seed("createMeeting", "{\"topic\": \"Dough\"}", 1).get(0);
  }

  @Test
  void beginWithASlashAndHaveTwoInARow() {
    String uuid = zoom.hold(newMeeting(), Holding.AS_SCHEDULED.slashedUuid());

    assertThat(uuid).hasSize(24).matches("/[^/]//[^/]+");
    assertThat(client.get("past_meetings/" + encoded(uuid)).status()).isEqualTo(404);
    assertThat(client.get("past_meetings/" + encoded(encoded(uuid))).status()).isEqualTo(200);
    try (ZoomClient sdk = zoom.client()) {
      assertThat(sdk.ownAccount().meetings().getPastMeeting(uuid).uuid()).isEqualTo(uuid);
    }
  }

  @Test
  void theNextInstanceHasAnOrdinaryOne() {
    String meeting = newMeeting();
    String first = zoom.hold(meeting, Holding.AS_SCHEDULED.slashedUuid());

    assertThat(zoom.hold(meeting)).isNotEqualTo(first).doesNotContain("/");
  }
}
