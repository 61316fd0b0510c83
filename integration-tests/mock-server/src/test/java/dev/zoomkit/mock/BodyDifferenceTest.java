package dev.zoomkit.mock;

import static dev.zoomkit.mock.MockZoomAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Where a body is other than expected, as the failure of an assertion tells it. */
class BodyDifferenceTest extends Running {
  private static final String LONG = "An agenda of many words. ".repeat(20);

  private void schedule(String json) {
    client.post(host + "/webinars", json);
  }

  private static AbstractStringAssert<?> failureOf(ThrowingCallable assertion) {
    return assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).message();
  }

  @Test
  void differencesAreShownWithTheirPathsAndBothValues() {
    schedule(
        "{\"agenda\": \"%s\", \"duration\": 45, \"settings\": {\"audio\": \"both\"},"
                .formatted(LONG)
            + " \"tracking_fields\": [{\"field\": \"A\", \"value\": \"1\"}]}");

    failureOf(
            () ->
                assertThat(zoom)
                    .received("createWebinar")
                    .withBody(
                        "{\"agenda\": \"Short\", \"topic\": \"Hall\", \"settings\": {\"audio\":"
                            + " \"voip\"}, \"tracking_fields\": [{\"field\": \"A\"}, 2]}"))
        .contains(
            "agenda: expected \"Short\", not \"" + LONG + "\"",
            "topic: expected \"Hall\", but it is absent",
            "settings.audio: expected \"voip\", not \"both\"",
            "tracking_fields.0.value: \"1\" is not expected",
            "tracking_fields.1: expected 2, but it is absent",
            "duration: 45 is not expected");
    failureOf(
            () ->
                assertThat(zoom)
                    .received("createWebinar")
                    .withBodyContaining("{\"settings\": {\"audio\": \"voip\"}}"))
        .contains("settings.audio: expected \"voip\", not \"both\"")
        .doesNotContain("duration");
  }

  @Test
  void theNearestOfManyRequestsComesFirst() {
    for (int n = 0; n < 30; n++) {
      schedule("{\"topic\": \"Hall %d\", \"agenda\": \"Bread\"}".formatted(n));
    }
    schedule("{\"topic\": \"Hall 31\", \"duration\": 45}");

    failureOf(
            () ->
                assertThat(zoom)
                    .received("createWebinar")
                    .withBody("{\"topic\": \"Hall\", \"duration\": 45}"))
        .containsPattern(
            "There came:\\R  POST \\S+: 201\\R    topic: expected \"Hall\", not \"Hall 31\"\\R"
                + "  POST")
        .contains("and 11 more");
  }

  @Test
  void theCallsThatAnEarlierConditionLeftComeFirst() {
    client.get(host + "/webinars?page_size=30");
    client.get(host + "/webinars?page_size=300&type=scheduled");

    failureOf(
            () ->
                assertThat(zoom)
                    .received("listWebinars")
                    .withQuery("page_size", "300")
                    .withQuery("type", "live"))
        .containsPattern(
            "There came:\\R.*page_size=300.*\\R    type: expected live, not scheduled");
    failureOf(() -> assertThat(zoom).received("listWebinars").withHeader("X-Trace", "1"))
        .contains("X-Trace: expected 1, but it is absent");
  }

  @Test
  void numbersAreEqualByTheirValue() {
    schedule("{\"duration\": 45}");
    assertThat(zoom)
        .received("createWebinar")
        .withBody("{\"duration\": 45.0}")
        .withBodyContaining("{\"duration\": 4.5e1}");
  }

  @Test
  void aSecretIsNotShownThoughItDiffers() {
    schedule("{\"topic\": \"Hall\", \"password\": \"s3cret\"}");
    failureOf(
            () -> assertThat(zoom).received("createWebinar").withBody("{\"password\": \"bread\"}"))
        .contains("password: expected \"bread\", not \"***\"")
        .doesNotContain("s3cret");
  }

  @Test
  void aBodyThatIsNoneIsToldOf() {
    client.get(webinar);
    failureOf(() -> assertThat(zoom).received("getWebinar").withBody("{}"))
        .contains("expected {}, not no body");
  }
}
