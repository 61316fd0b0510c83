package dev.zoomkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no server on this machine can show: https, and Zoom's own hosts. */
class RedirectTest {

  private static final ZoomHosts HOSTS = new ZoomHosts(HttpUrl.get("https://api.zoom.us/v2/"));

  private static Redirect redirect(String location) {
    Request request = new Request.Builder().url("https://api.zoom.us/v2/users").build();
    Response response =
        new Response.Builder()
            .request(request)
            .protocol(Protocol.HTTP_1_1)
            .code(302)
            .message("Found")
            .header("Location", location)
            .build();
    return Redirect.of(response, request, List.of(request.url()), HOSTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://api.zoom.us/v2/users", "http://cdn.example/", "http://127.0.0.1/"})
  void readThatWouldGoOnInTheClearEndsHere(String location) {
    assertThat(redirect(location).next()).isNull();
    assertThat(redirect(location).problem())
        .isEqualTo(
            "Redirected to %s, which was not followed: it leads from https to http.", location);
  }

  @Test
  void targetShowsNoSecret() {
    assertThat(redirect("https://a:b@cdn.example/f?x=1&Signature=abc").target())
        .isEqualTo("https://cdn.example/f?x=***&Signature=***");
    assertThat(redirect("https://us02web.zoom.us/rec?x=1&zak=abc").target())
        .isEqualTo("https://us02web.zoom.us/rec?x=1&zak=***");
  }
}
