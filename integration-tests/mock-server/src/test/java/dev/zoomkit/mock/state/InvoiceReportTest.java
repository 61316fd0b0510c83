package dev.zoomkit.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Running;
import org.junit.jupiter.api.Test;

/** A finished invoice report is completed where it is listed, and available where it is fetched. */
class InvoiceReportTest extends Running {
  private static final String REPORTS = "accounts/billing/invoice_reports";

  @Test
  void aReportThatWasStartedIsNotAvailableYet() {
    assertThat(started().path("status").asText()).isEqualTo("Processing");
  }

  @Test
  void aListCallsNoReportAvailable() {
    started();

    assertThat(texts(client.get(REPORTS).json().path("invoice_reports"), "status"))
        .containsExactly("Completed", "Completed");
  }

  @Test
  void aReportIsAvailableForDownload() {
    String report = REPORTS + "/" + started().path("id").asText();

    assertThat(client.get(report + "?download=false").json().path("status").asText())
        .isEqualTo("Available");
  }

  private JsonNode started() {
    String october =
        "{\"start_date\": \"2026-10-01\", \"end_date\": \"2026-10-31\", \"account_ids\": [\"%s\"]}";
    return client.post(REPORTS, october.formatted(zoom.example("accountId"))).json();
  }
}
