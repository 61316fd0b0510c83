package dev.zoomkit.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import dev.zoomkit.spec.reader.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of two things that differ in what a list can be asked for, it shows the one that has it. */
class FiltersTest extends Running {
  private static final ResourceModel MODEL = new ResourceModel(ApiDescription.onClassPath());

  /** A query parameter of a list that is named like a property of its rows. */
  record Filter(DescribedOperation list, String items, Parameter parameter, MergedSchema property) {
    String name() {
      return parameter.name();
    }

    /** Two values that both may have. */
    List<String> values() {
      List<String> values = new ArrayList<>(wanted().values());
      if (!property.values().isEmpty()) {
        values.retainAll(property.values());
      }
      if (wanted().values().isEmpty()) {
        values.addAll(
            property.type().equals("boolean") ? List.of("true", "false") : List.of("one", "two"));
      }
      return values.size() < 2 ? List.of() : values.subList(0, 2);
    }

    private MergedSchema wanted() {
      MergedSchema items = parameter.schema().items();
      return items == null ? parameter.schema() : items;
    }

    boolean speaksOfTheProperty() {
      return wanted().type().equals(property.type()) && !values().isEmpty();
    }

    @Override
    public String toString() {
      return list.id() + "?" + name();
    }
  }

  static Stream<Filter> byProperties() {
    List<Filter> filters = new ArrayList<>();
    for (DescribedOperation list : ApiDescription.onClassPath().operations()) {
      ResourceLocation location = MODEL.location(list);
      if (list.method().equals("GET") && location.items() != null) {
        MergedSchema row = list.response().schema().rows(location.items());
        for (Parameter parameter : list.parameters()) {
          MergedSchema property = row.property(parameter.name());
          if (parameter.inQuery() && property != null) {
            filters.add(new Filter(list, location.items(), parameter, property));
          }
        }
      }
    }
    return filters.stream()
        .filter(Filter::speaksOfTheProperty)
        .filter(filter -> !Set.of("page_size", "timezone").contains(filter.name()));
  }

  @ParameterizedTest
  @MethodSource("byProperties")
  void aListShowsWhatHasTheValueThatIsAskedFor(Filter filter) {
    for (String value : filter.values()) {
      ObjectNode row = Json.object();
      row.set(filter.name(), Parameter.scalar(filter.property(), value));
      if (filter.list().response().schema().rows(filter.items()).property("email") != null) {
        row.put("email", value + "@bakery.example");
      }
      zoom.seed(filter.list().id(), row.toString(), 1);
    }

    for (String value : filter.values()) {
      List<String> shown = new ArrayList<>();
      for (JsonNode row : rows(filter, value)) {
        shown.add(row.path(filter.name()).asText());
      }
      assertThat(shown).isNotEmpty().containsOnly(value);
    }
  }

  private JsonNode rows(Filter filter, String value) {
    StringBuilder query = new StringBuilder("?" + filter.name() + "=" + value);
    for (Parameter parameter : filter.list().parameters()) {
      if (parameter.inQuery() && parameter.required() && parameter != filter.parameter()) {
        String example = Client.encoded(parameter.example());
        query.append("&").append(parameter.name()).append("=").append(example);
      }
    }
    Response response = client.get(Client.path(filter.list(), filter.list().path(), "me") + query);
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    return Json.at(response.json(), filter.items());
  }

  @Test
  void usersAreListedByALicenceOfTheirSettings() {
    String planner = zoom.addUser("planner@bakery.example");
    zoom.addUser("baker@bakery.example");
    client.patch(
        "users/" + planner + "/settings", "{\"feature\": {\"zoom_workforce_management\": true}}");

    assertThat(ids("users?license=zoom_workforce_management", "users")).containsExactly(planner);
    assertThat(ids("users?license=zoom_compliance_management", "users")).isEmpty();
  }

  @Test
  void registrantsAreListedByTheirTrackingSource() {
    String webinar = newWebinar("{\"settings\": {\"approval_type\": 0}}");
    for (String source : List.of("north", "south")) {
      client.post(
          webinar + "/registrants",
          "{\"email\": \"%s@bakery.example\", \"first_name\": \"J\", \"source_id\": \"%s\"}"
              .formatted(source, source));
    }

    JsonNode rows =
        client.get(webinar + "/registrants?tracking_source_id=south").json().path("registrants");

    assertThat(texts(rows, "email")).containsExactly("south@bakery.example");
  }

  @Test
  void phonesAreFoundByTheirUser() {
    for (String name : List.of("north", "south")) {
      zoom.seed(
          "listSipPhones",
          "{\"user_name\": \"%s\", \"user_email\": \"%s@bakery.example\"}".formatted(name, name),
          1);
    }

    for (String key : List.of("south", "South@bakery.example")) {
      JsonNode rows = client.get("sip_phones?search_key=" + key).json().path("phones");
      assertThat(texts(rows, "user_name")).containsExactly("south");
    }
  }

  @Test
  void accountsAreFoundByTheNumberOfTheirOwner() {
    ObjectNode person = Json.object().put("first_name", "Jill").put("last_name", "Chen");
    person.put("email", "owner@bakery.example").put("password", "Rolls-4-Breakfast");
    JsonNode created = client.post("accounts", person.toString()).json();
    String account = created.path("id").asText();
    String owner = "accounts/" + account + "/users/" + created.path("owner_id").asText();
    Response changed =
        client.patch(
            owner,
            """
            {"phone_numbers": [{"country": "DE", "code": "+49", "number": "6955500951",
                                "label": "Mobile"}]}
            """);
    assertThat(changed.status()).as(changed.body()).isEqualTo(204);

    assertThat(ids("accounts?phone_number=6955500951", "accounts")).containsExactly(account);
    assertThat(ids("accounts?phone_number=6955500952", "accounts")).isEmpty();
  }

  @Test
  void archivedFilesAreListedByGroups() {
    for (String group : List.of("north", "south", "west")) {
      zoom.seed("listArchivedFiles", "{\"group_id\": \"" + group + "\"}", 1);
    }

    JsonNode rows = client.get("archive_files?group_ids=north,west").json().path("meetings");

    assertThat(texts(rows, "group_id")).containsExactlyInAnyOrder("north", "west");
  }

  @Test
  void dashboardsListTheSessionsOfTheHostsOfAGroup() {
    String group = client.post("groups", "{\"name\": \"North\"}").json().path("id").asText();
    List<String> held = new ArrayList<>();
    for (String name : List.of("north", "south")) {
      String user = zoom.addUser(name + "@bakery.example");
      String meeting =
          client
              .post("users/" + user + "/meetings", "{\"topic\": \"%s\"}".formatted(name))
              .json()
              .path("id")
              .asText();
      held.add(zoom.hold(meeting));
      if (name.equals("north")) {
        client.post(
            "groups/" + group + "/members", "{\"members\": [{\"id\": \"%s\"}]}".formatted(user));
      }
    }

    JsonNode rows =
        client
            .get("metrics/meetings?type=past&from=2026-11-22&to=2026-11-23&group_id=" + group)
            .json()
            .path("meetings");

    assertThat(texts(rows, "uuid")).containsExactly(held.get(0));
  }

  private List<String> ids(String path, String items) {
    return texts(client.get(path).json().path(items), "id");
  }
}
