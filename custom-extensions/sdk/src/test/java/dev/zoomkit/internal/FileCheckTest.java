package dev.zoomkit.internal;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.transfer.Upload;
import dev.zoomkit.user.UserRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileCheckTest {

  private static final int MEGABYTE = 1024 * 1024;

  private final FakeZoom zoom =
      new FakeZoom().respondToToken(FakeZoom.token("t", "user:write:admin"));
  private final ZoomClient client = zoom.client().build();

  @AfterEach
  void close() {
    client.close();
    zoom.close();
  }

  private void upload(String type, int size) {
    client
        .ownAccount()
        .users()
        .uploadUserPicture(UserRef.id("u1"), Upload.of("face", type, new byte[size]));
  }

  private void assertRefused(String type, int size, String message) {
    assertThatThrownBy(() -> upload(type, size))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThat(zoom.calls).isEmpty();
    assertThat(zoom.tokenRequests).isEmpty();
  }

  @Test
  void largerFileIsRefusedBeforeItIsSent() {
    assertRefused(
        "image/png",
        2 * MEGABYTE + 1,
        "uploadUserPicture needs a file of at most 2 MB, which are 2097152 bytes; this one has"
            + " 2097153 bytes.");
  }

  @Test
  void fileOfAnotherTypeIsRefusedBeforeItIsSent() {
    assertRefused(
        "image/gif",
        5,
        "uploadUserPicture needs a file of type image/jpeg, image/png; this one is image/gif."
            + " Upload.of(name, mediaType, content) tells another type.");
  }

  @Test
  void emptyFileIsRefusedBeforeItIsSent() {
    assertRefused("image/png", 0, "uploadUserPicture needs a file that is not empty.");
  }

  @Test
  void fileWithinTheLimitsIsSent() {
    zoom.respond(json(""));

    upload("IMAGE/PNG; q=1", 2 * MEGABYTE);

    assertThat(zoom.calls).hasSize(1);
  }
}
