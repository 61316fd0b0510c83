package com.acme.zoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.acme.zoom.api.Apis;
import com.acme.zoom.api.NoticesApi;
import com.acme.zoom.model.CreateNoticeRequest;
import com.acme.zoom.model.Notice;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.NotFoundException;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.model.TrackingFieldValue;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.scope.MissingScopeException;
import dev.zoomkit.user.UserRefException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two operations that the description lacks, with all that the client does for any other. */
class NoticesTest {
  private static final Path OVERLAY = Path.of("acme.overlay.yaml");
  private static final TrackingFieldValue OVENS =
      TrackingFieldValue.builder().field("department").value("ovens").build();

  @Test
  void aNoticeIsCreatedAndListed() {
    try (MockZoom mock = MockZoom.builder().overlay(OVERLAY).start();
        ZoomClient zoom = mock.client()) {
      NoticesApi notices = zoom.api(NoticesApi.class);
      String sam = mock.example("userId");
      int before = list(zoom, notices, sam).size();
      for (int n = 1; n <= 3; n++) {
        Notice created =
            zoom.execute(
                notices.createNotice(
                    "me",
                    sam,
                    CreateNoticeRequest.builder()
                        .text("Closed " + n)
                        .trackingFields(List.of(OVENS))
                        .build()));
        assertEquals("Closed " + n, created.text());
        assertEquals(List.of(OVENS), created.trackingFields());
      }

      List<Notice> all = list(zoom, notices, sam);

      assertEquals(before + 3, all.size());
      assertTrue(all.stream().anyMatch(notice -> "Closed 3".equals(notice.text())));
    }
  }

  private static List<Notice> list(ZoomClient zoom, NoticesApi notices, String user) {
    return Pages.byToken(
            "listNotices", null, token -> zoom.execute(notices.listNotices("me", user, 2, token)))
        .stream()
        .toList();
  }

  @Test
  void aMissingScopeIsRefusedBeforeAnythingIsSent() {
    try (MockZoom mock =
            MockZoom.builder()
                .overlay(OVERLAY)
                .scopes("notice:read:list_notices:admin", "user:read:user:admin")
                .start();
        ZoomClient zoom = mock.client()) {
      NoticesApi notices = zoom.api(NoticesApi.class);
      CreateNoticeRequest request = CreateNoticeRequest.builder().text("Closed").build();

      MissingScopeException refused =
          assertThrows(
              MissingScopeException.class,
              () -> zoom.execute(notices.createNotice("me", mock.example("userId"), request)));

      assertTrue(refused.getMessage().contains("notice:write:notice:admin"), refused::getMessage);
      assertTrue(mock.requests("createNotice").isEmpty());
    }
  }

  @Test
  void anErrorSaysWhatTheOverlaySays() {
    try (MockZoom mock = MockZoom.builder().overlay(OVERLAY).start();
        ZoomClient zoom = mock.client()) {
      NoticesApi notices = zoom.api(NoticesApi.class);

      NotFoundException missing =
          assertThrows(
              NotFoundException.class,
              () -> zoom.execute(notices.listNotices("me", "nobody@acme.example", null, null)));

      assertTrue(
          missing.getMessage().contains("The user does not exist or belongs to another account."),
          missing::getMessage);
    }
  }

  @Test
  void meIsNoUserOfAServersApp() {
    try (MockZoom mock = MockZoom.builder().overlay(OVERLAY).start();
        ZoomClient zoom = mock.client()) {
      NoticesApi notices = zoom.api(NoticesApi.class);

      assertThrows(
          UserRefException.class, () -> zoom.execute(notices.listNotices("me", "me", null, null)));
    }
  }

  @Test
  void onlyWhatTheOverlayAddsIsGenerated() {
    assertEquals(List.of(NoticesApi.class), Apis.ALL);
    assertTrue(
        Files.exists(
            Path.of(
                "target/generated-sources/openapi/src/main/java/com/acme/zoom/model/Notice.java")));
    assertThrows(
        ClassNotFoundException.class,
        () -> Class.forName("com.acme.zoom.model.TrackingFieldValue"));
  }
}
