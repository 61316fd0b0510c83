package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a made-up account responds with is as described, wherever its own ids lead. */
class SeededAccountTest {

  /** What a walk over all that reads met: the statuses, and what was not as described. */
  private record Walked(Map<Operation, Integer> statuses, Set<Finding> findings) {}

  private static MockZoom.Builder company() {
    return MockZoom.builder()
        .account(
            account ->
                account
                    .users(4)
                    .groups(6)
                    .meetingsPerUser(2)
                    .webinarsPerUser(2)
                    .registrantsPerWebinar(3)
                    .subAccounts(1, branch -> branch.users(2).meetingsPerUser(1))
                    .past(past -> past.meetingsPerUser(3).webinarsPerUser(2).recorded(1)));
  }

  /** Calls what reads as long as a response tells what another operation needs. */
  private static Walked walk(Sandbox sandbox) throws IOException {
    LocalDate today = LocalDate.ofInstant(sandbox.mock.clock().instant(), ZoneOffset.UTC);
    LiveValues values = new LiveValues(sandbox.description, today);
    RawCalls calls = sandbox.raw();
    Walked walked = new Walked(new LinkedHashMap<>(), new LinkedHashSet<>());
    int before;
    do {
      before = walked.statuses().size();
      for (Operation operation : sandbox.description.operations()) {
        Optional<RawRequest> request =
            operation.reads() && !walked.statuses().containsKey(operation)
                ? values.request(operation)
                : Optional.empty();
        if (request.isPresent()) {
          Exchange exchange = calls.exchange(request.get());
          walked.statuses().put(operation, exchange.status());
          walked.findings().addAll(sandbox.check.check(exchange));
          if (exchange.status() < 300) {
            values.learn(operation, RawCalls.json(exchange.response()));
          }
        }
      }
    } while (walked.statuses().size() > before);
    return walked;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allThatReadsRespondsAsDescribed(boolean everyField) throws IOException {
    MockZoom.Builder company = company();
    if (everyField) {
      company.everyField();
    }
    try (Sandbox sandbox = new Sandbox(company.start())) {
      Walked walked = walk(sandbox);

      assertThat(walked.findings()).isEmpty();
      assertThat(walked.statuses()).hasSizeGreaterThan(100);
      assertThat(walked.statuses().values()).allMatch(status -> status < 500);
      long successes = walked.statuses().values().stream().filter(status -> status < 300).count();
      assertThat(successes).isGreaterThan(walked.statuses().size() * 3L / 4);
    }
  }

  @Test
  void aResponseThatIsNotAsDescribedIsFound() throws IOException {
    try (Sandbox sandbox = new Sandbox(company().start())) {
      sandbox.mock.filterResponses(
          (operation, response) ->
              operation.equals("listUsers")
                  ? response.withBody(response.body().replace("\"email\":", "\"mail\":"))
                  : response);

      assertThat(walk(sandbox).findings())
          .anyMatch(finding -> finding.toString().contains("listUsers"));
    }
  }
}
