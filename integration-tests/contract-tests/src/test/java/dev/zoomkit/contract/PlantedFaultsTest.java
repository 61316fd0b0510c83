package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.contract.Finding.Rule;
import dev.zoomkit.error.ZoomException;
import dev.zoomkit.mock.MockResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows that the contract check bites: a mock that errs is caught, each fault by its name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedFaultsTest {

  @AutoClose private final Sandbox sandbox = new Sandbox();

  @BeforeEach
  void startAfresh() {
    sandbox.reset();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a text where a number belongs   | "total_records":\\d+             | "total_records":"many"        | RESPONSE_BODY              | total_records
          a list that is no list          | "webinars":\\[.*\\]              | "webinars":{}                 | RESPONSE_BODY              | webinars
          a missing field                 | "webinars":\\[.*\\],?            | ''                            | RESPONSE_BODY              | webinars
          a null that may not be          | "uuid":"[^"]*"                   | "uuid":null                   | RESPONSE_BODY              | uuid
          an unknown value of an enum     | "type":\\d                       | "type":77                     | RESPONSE_BODY              | type
          a date that is none             | "start_time":"[^"]*"             | "start_time":"next Tuesday"   | RESPONSE_BODY              | start_time
          a field nobody described        | "total_records"                  | "shoe_size":46,"total_records"| UNDESCRIBED_RESPONSE_FIELD | /shoe_size
          """)
  void inTheBodyOfAResponse(String fault, String regex, String planted, Rule rule, String where) {
    assertThat(
            findings(
                "listWebinars",
                response -> response.withBody(response.body().replaceAll(regex, planted))))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo(rule))
        .allSatisfy(finding -> assertThat(finding.what()).contains(where));
  }

  @Test
  void truncatedResponse() {
    assertThat(findings("getWebinar", MockResponse::truncated))
        .extracting(Finding::rule)
        .containsExactly(Rule.RESPONSE_BODY);
  }

  @Test
  void wrongStatus() {
    assertThat(findings("createWebinar", response -> response.withStatus(202)))
        .extracting(Finding::rule)
        .containsExactly(Rule.UNDOCUMENTED_STATUS);
  }

  @Test
  void bodyWhereNoneIsDescribed() {
    assertThat(findings("deleteWebinar", response -> MockResponse.json(200, "{}")))
        .extracting(Finding::rule)
        .containsExactly(Rule.UNDOCUMENTED_STATUS);
  }

  /**
   * The mock's HTTP server and OkHttp both refuse to carry such a response, so it is made by hand.
   */
  @Test
  void bodyOn204() {
    Exchange exchange =
        new Exchange(
            "DELETE", "/webinars/1", null, null, new byte[0], 204, "application/json", bytes("{}"));

    assertThat(sandbox.check.check(exchange))
        .extracting(Finding::rule)
        .containsExactly(Rule.BODY_ON_204);
  }

  @Test
  void wrongMediaType() {
    assertThat(
            findings("getWebinar", response -> response.withHeader("Content-Type", "text/plain")))
        .extracting(Finding::rule)
        .containsExactly(Rule.RESPONSE_TYPE);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "GET,/accounts/a/webinar/1,-,-,-,UNKNOWN_PATH",
        "PUT,/accounts/a/webinars/1,-,-,-,UNKNOWN_PATH",
        "GET,/accounts/a/webinars/one/polls,-,-,-,PATH_PARAMETER",
        "GET,/users/u/webinars,page_size=301,-,-,QUERY_PARAMETER",
        "GET,/users/u/webinars,type=past,-,-,QUERY_PARAMETER",
        "GET,/users/u/webinars,pagesize=30,-,-,QUERY_PARAMETER",
        "POST,/users/u/webinars,-,text/plain,{},REQUEST_TYPE",
        "POST,/users/u/webinars,-,application/json,{\"duration\":\"long\"},REQUEST_BODY",
        "POST,/users/u/webinars,-,application/json,{\"topic\",REQUEST_BODY",
        "POST,/users/u/webinars,-,application/json,{\"title\":\"Launch\"},UNDESCRIBED_REQUEST_FIELD",
        "GET,/users/u/webinars,-,application/json,{},REQUEST_BODY"
      })
  void inARequest(String method, String path, String query, String type, String body, Rule rule) {
    Exchange exchange =
        new Exchange(
            method,
            path,
            query,
            type,
            bytes(body == null ? "" : body),
            401,
            "application/json",
            bytes("{\"code\":124,\"message\":\"Invalid access token.\"}"));

    assertThat(sandbox.check.check(exchange)).extracting(Finding::rule).containsExactly(rule);
  }

  /** What the check says of an operation's response, changed on its way by the mock. */
  private List<Finding> findings(String operationId, UnaryOperator<MockResponse> fault) {
    sandbox.mock.filterResponses(
        (operation, response) -> operation.equals(operationId) ? fault.apply(response) : response);
    try {
      sandbox.call(sandbox.description.operation(operationId), Sandbox.OWN_ACCOUNT, false);
    } catch (ZoomException unreadable) {
      assertThat(unreadable).hasMessageContaining(operationId);
    }
    return sandbox.recorder.drain().stream()
        .flatMap(exchange -> sandbox.check.check(exchange).stream())
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
