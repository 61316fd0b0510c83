package dev.zoomkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuickstartTest {

  private static final Map<String, String> CREDENTIALS =
      Map.of("ZOOM_ACCOUNT_ID", "a", "ZOOM_CLIENT_ID", "b", "ZOOM_CLIENT_SECRET", "c-is-secret");

  @Test
  void showsItsWorkOnAMockAndNothingElse() throws Exception {
    Running quickstart = Running.quickstart(Map.of());

    List<String> lines = quickstart.printed().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo("The zoomkit quickstart, with a mock of Zoom in this process.");
    assertThat(lines.stream().filter(line -> line.matches(" +[123]  2027-.* +60 +\\d+  \\S.*")))
        .hasSize(12);
    assertThat(quickstart.printed())
        .containsPattern("Created webinar \\d+: zoomkit quickstart, to be deleted")
        .containsPattern("Ada joins at https://\\S+")
        .contains("ada@example.com is approved")
        .containsIgnoringWhitespaces(
            "Refused here, before anything was sent: listWebinarPanelists needs one of")
        .containsIgnoringWhitespaces(
            "Refused by Zoom: listWebinars: HTTP 404, Zoom code 1001: The user does not exist")
        .containsPattern("Deleted webinar \\d+\\.\\R$");
    assertThat(quickstart.exitCode()).isZero();
  }

  @Test
  void takesBlankVariablesForNone() throws Exception {
    Running quickstart = Running.quickstart(Map.of("ZOOM_CLIENT_ID", " "));

    assertThat(quickstart.printed()).startsWith("The zoomkit quickstart, with a mock");
    assertThat(quickstart.exitCode()).isZero();
  }

  @Test
  void saysWhichVariableIsMissing() throws Exception {
    Running quickstart =
        Running.quickstart(Map.of("ZOOM_ACCOUNT_ID", "a", "ZOOM_CLIENT_SECRET", "c-is-secret"));

    assertThat(quickstart.printed())
        .contains("not set: ZOOM_CLIENT_ID.")
        .doesNotContain("c-is-secret")
        .doesNotContain("\tat ");
    assertThat(quickstart.exitCode()).isOne();
  }

  @Test
  void asksForAHostBeforeItCallsZoom() throws Exception {
    Running quickstart = Running.quickstart(CREDENTIALS);

    assertThat(quickstart.printed()).startsWith("   Whose webinars? Set ZOOM_USER");
    assertThat(quickstart.exitCode()).isOne();
  }

  @Test
  void saysWhatIsWrongWithAHost() throws Exception {
    Running quickstart = Running.quickstart(CREDENTIALS, "jill@");

    assertThat(quickstart.printed()).contains("\"jill@\" is no e-mail address");
    assertThat(quickstart.exitCode()).isOne();
  }
}
