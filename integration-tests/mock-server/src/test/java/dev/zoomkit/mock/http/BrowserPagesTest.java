package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.spec.reader.ApiDescription;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The pages without a browser: what they consist of, and that nothing of it comes from elsewhere.
 */
class BrowserPagesTest {
  private MockZoom mock;

  @BeforeEach
  void start() {
    mock = MockZoom.builder().adminApi().start();
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  private Response get(String path) {
    return Client.send(HttpRequest.newBuilder(mock.apiBase().resolve(path)));
  }

  @Test
  void allThatThePagesNeedIsServed() {
    for (String page : List.of("/", "/docs")) {
      Response html = get(page);
      assertThat(html.status()).isEqualTo(200);
      assertThat(html.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
      List<String> parts =
          Pattern.compile("(?:src|rel=\"stylesheet\" href)=\"([^\"]+)\"")
              .matcher(html.body())
              .results()
              .map(match -> match.group(1))
              .toList();
      assertThat(parts).hasSizeGreaterThan(1);
      for (String part : parts) {
        Response file = get(part);
        assertThat(file.status()).as(part).isEqualTo(200);
        assertThat(file.header("Content-Type"))
            .as(part)
            .startsWith(part.endsWith(".css") ? "text/css" : "text/javascript");
      }
    }
  }

  @Test
  void aBrowserIsToldToFetchNothingFromElsewhere() {
    for (String page : List.of("/", "/docs")) {
      assertThat(get(page).header("Content-Security-Policy")).startsWith("default-src 'self';");
    }
  }

  @Test
  void theDescriptionIsTheWholeOneAndLeadsToTheMock() {
    Response json = get("/docs/zoom.json");
    ApiDescription description = new ApiDescription(json.json());

    assertThat(description.operations()).hasSize(ApiDescription.onClassPath().operations().size());
    assertThat(json.json().at("/servers/0/url").asText() + "/")
        .isEqualTo(mock.apiBase().toString());
    assertThat(json.json().path("servers")).hasSize(1);
    assertThat(json.json().at("/components/securitySchemes").toString())
        .contains(mock.tokenEndpoint().toString())
        .doesNotContain("https://zoom.us");
    assertThat(ApiDescription.onClassPath().document().at("/servers/0/url").asText())
        .isEqualTo("https://api.zoom.us/v2");
  }

  @Test
  void eachOperationSaysHowFarItIsToBeTrusted() {
    JsonNode paths = get("/docs/zoom.json").json().path("paths");
    JsonNode users = paths.path("/accounts/{accountId}/users").path("get");

    assertThat(users.path("x-mock-trust").asText()).isEqualTo("EXAMPLE");
    assertThat(users.path("description").asText()).endsWith("agrees with the documented example.");
    assertThat(paths.findValuesAsText("x-mock-trust"))
        .doesNotContain("")
        .hasSize(ApiDescription.onClassPath().operations().size());
  }

  @Test
  void whatIsNotImitatedIsShown() {
    assertThat(get("/").body()).contains("href=\"/not-imitated\"");
    assertThat(get("/not-imitated").header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(get("/not-imitated").body()).startsWith("# What the mock does not imitate");
  }

  @Test
  void whatIsOptionalIsNotFilledIn() {
    for (JsonNode parameter : get("/docs/zoom.json").json().findParents("in")) {
      boolean optional =
          parameter.path("in").asText().equals("query") && !parameter.path("required").asBoolean();
      assertThat(optional && (parameter.has("example") || parameter.has("examples")))
          .as(parameter.toString())
          .isFalse();
    }
  }

  @Test
  void pagesAreReadAndNotCounted() {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(mock.apiBase().resolve("/docs")).POST(BodyPublishers.noBody());
    Response refused = Client.send(post);
    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("Allow")).isEqualTo("GET");
    assertThat(mock.requests()).isEmpty();
  }

  @Test
  void thereAreNoneUnlessAskedFor() {
    try (MockZoom plain = MockZoom.start()) {
      for (String page : List.of("/", "/docs", "/docs/zoom.json")) {
        assertThat(Client.send(HttpRequest.newBuilder(plain.apiBase().resolve(page))).status())
            .as(page)
            .isEqualTo(404);
      }
    }
  }
}
