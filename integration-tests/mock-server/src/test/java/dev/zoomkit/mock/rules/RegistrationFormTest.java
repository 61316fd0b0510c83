package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Holding;
import dev.zoomkit.mock.Running;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a registration form asks for, and who is on the list. */
class RegistrationFormTest extends Running {

  private String created(String kind, String more) {
    String json = "{\"settings\": {\"approval_type\": 0%s}}".formatted(more);
    return kind + "/" + client.post(host + "/" + kind, json).json().path("id").asText();
  }

  private Response register(String path, String more) {
    return client.post(
        path + "/registrants",
        "{\"email\": \"anna@bakery.example\", \"first_name\": \"Anna\"%s}".formatted(more));
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void whatIsRequiredIsAskedFor(String kind) {
    String path = created(kind, "");
    assertThat(register(path, "").status()).isEqualTo(201);
    client.patch(
        path + "/registrants/questions",
        "{\"questions\": [{\"field_name\": \"city\", \"required\": true}, {\"field_name\": \"org\","
            + " \"required\": false}]}");
    assertRefusesField(register(path, ""), "city");
    assertThat(register(path, ", \"city\": \"Porto\"").status()).isEqualTo(201);

    client.patch(
        path + "/registrants/questions",
        "{\"questions\": [], \"custom_questions\": [{\"title\": \"Rye?\", \"type\": \"short\","
            + " \"required\": true}]}");
    assertRefusesField(register(path, ""), "custom_questions");
    assertRefusesField(
        register(path, ", \"custom_questions\": [{\"title\": \"Rye?\", \"value\": \" \"}]"),
        "custom_questions");
    assertThat(
            register(path, ", \"custom_questions\": [{\"title\": \"Rye?\", \"value\": \"Yes\"}]")
                .status())
        .isEqualTo(201);
  }

  @Test
  void aFormThatClosesIsClosedOnceTheMeetingIsOver() {
    for (boolean closes : new boolean[] {true, false}) {
      String path = created("meetings", ", \"close_registration\": " + closes);
      assertThat(register(path, "").status()).isEqualTo(201);
      zoom.hold(
          path.replace("meetings/", ""), Holding.AS_SCHEDULED.at(START.minus(Duration.ofHours(2))));
      assertThat(register(path, "").status()).isEqualTo(closes ? 404 : 201);
    }
  }

  @Test
  void nobodyRegistersForAnOccurrenceThatIsNot() {
    String path =
        newWebinar(
            "{\"type\": 9, \"start_time\": \"2026-12-01T10:00:00Z\", \"recurrence\": {\"type\": 1,"
                + " \"end_times\": 3}, \"settings\": {\"approval_type\": 0, \"registration_type\": 2}}");
    String gone = client.get(path).json().at("/occurrences/0/occurrence_id").asText();
    client.delete(path + "?occurrence_id=" + gone);
    for (String id : new String[] {"123", gone}) {
      assertRefusesField(
          client.post(
              path + "/registrants?occurrence_ids=" + id,
              "{\"email\": \"anna@bakery.example\", \"first_name\": \"Anna\"}"),
          "occurrence_ids");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"meetings", "webinars"})
  void whoIsTwiceInABatchIsRegisteredOnce(String kind) {
    String path =
        kind.equals("meetings")
            ? created(kind, ", \"registrants_confirmation_email\": false")
            : created(kind, "");
    String anna = "{\"email\": \"anna@bakery.example\", \"first_name\": \"Anna\"}";
    String people = "{\"registrants\": [" + anna + ", " + anna.replace("anna@", "Anna@") + "]}";
    assertThat(client.post(path + "/batch_registrants", people).status()).isLessThan(300);
    assertThat(client.get(path + "/registrants").json().path("total_records").asInt()).isEqualTo(1);
  }
}
