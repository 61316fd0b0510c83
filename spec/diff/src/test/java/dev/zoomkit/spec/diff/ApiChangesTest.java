package dev.zoomkit.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.diff.Checkout.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program writes, says and ends with. */
class ApiChangesTest {
  private static final Path BASE = Path.of("base.json");
  private static final Path DECISIONS = Path.of("spec/diff/decisions.yaml");

  private static final String UNSEEN =
      "The API of base.json is generated with today's generator: a change of generator or templates"
          + " does not show.";
  private static final String NO_CODE =
      "There is no code beside base.json: no examples, recipes and contract calls of the base are"
          + " compiled.";

  @TempDir Path root;
  private Checkout checkout;

  @BeforeEach
  void base() throws Exception {
    checkout = new Checkout(root);
    checkout.write(BASE, Widgets.description().toString());
  }

  @Test
  void ofTheSameDescriptionNothingChanged() throws Exception {
    checkout.describe(Widgets.description());

    assertThat(checkout.compare("base.json"))
        .isEqualTo(
            new Run(0, List.of("From base.json to 0.3.0: nothing changed.", UNSEEN, NO_CODE)));
    assertThat(checkout.markdown()).contains("nothing changed");
    assertThat(checkout.json().path("changes")).isEmpty();
  }

  @Test
  void aBreakWithoutTheBumpThatItAsksForFails() throws Exception {
    checkout.describe(Widgets.edited("@deleteWidget/parameters/remind/required = true"));

    Run run = checkout.compare("base.json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines()).hasSize(4);
    assertThat(run.lines().get(3))
        .matches(
            "spec/src/main/openapi/widgets/deleteWidget.yaml:5: `deleteWidget` requires the query parameter `remind`."
                + " \\(source, binary, wire\\) asks for a minor version; z[0-9a-f]{11}");
  }

  @Test
  void aReportHasAllOfAChange() throws Exception {
    checkout.describe(Widgets.edited("@deleteWidget/parameters/remind/required = true"));
    checkout.compare("base.json");

    JsonNode change = checkout.json().at("/changes/0");
    assertThat(change.path("rule").asText()).isEqualTo("parameter-became-required");
    assertThat(change.path("kind").asText()).isEqualTo("changed");
    assertThat(change.path("category").asText()).isEqualTo("Widgets");
    assertThat(change.path("subject").asText()).isEqualTo("deleteWidget");
    assertThat(change.path("breaks").toString()).isEqualTo("[\"source\",\"binary\",\"wire\"]");
    assertThat(change.path("file").asText())
        .isEqualTo("spec/src/main/openapi/widgets/deleteWidget.yaml");
    assertThat(change.path("line").asInt()).isEqualTo(5);
    assertThat(change.path("bump").asText()).isEqualTo("minor");
    assertThat(change.path("admitted").asBoolean()).isFalse();
    assertThat(checkout.markdown())
        .contains("## Widgets")
        .contains("| changed | `deleteWidget` requires the query parameter `remind`. |")
        .contains("| spec/src/main/openapi/widgets/deleteWidget.yaml:5 |")
        .contains("They ask for version 0.4.0.");
  }

  @Test
  void aFingerprintStaysWhereLinesMove() throws Exception {
    checkout.describe(Widgets.edited("@deleteWidget/parameters/remind/required = true"));
    checkout.compare("base.json");
    JsonNode before = checkout.json().at("/changes/0");
    checkout.write(
        Path.of("spec/src/main/openapi/widgets/deleteWidget.yaml"),
        "\n\noperationId: deleteWidget\nparameters:\n  - {name: widgetId}\n  - {name: remind}\n");
    checkout.compare("base.json");
    JsonNode after = checkout.json().at("/changes/0");

    assertThat(after.path("line").asInt()).isEqualTo(6);
    assertThat(after.path("fingerprint")).isEqualTo(before.path("fingerprint"));
  }

  @Test
  void before1ABreakAsksForAMinorVersion() throws Exception {
    checkout.describe(Widgets.edited("@deleteWidget - && /info/version = 0.4.0"));
    assertThat(checkout.compare("base.json").exit()).isZero();

    checkout.describe(Widgets.edited("@deleteWidget - && /info/version = 0.3.1"));
    assertThat(checkout.compare("base.json").exit()).isEqualTo(1);
  }

  @Test
  void from1OnABreakAsksForAMajorVersion() throws Exception {
    checkout.write(BASE, Widgets.edited("/info/version = 1.2.0").toString());
    checkout.describe(Widgets.edited("@deleteWidget - && /info/version = 1.3.0"));
    assertThat(checkout.compare("base.json").exit()).isEqualTo(1);

    checkout.describe(Widgets.edited("@deleteWidget - && /info/version = 2.0.0"));
    assertThat(checkout.compare("base.json").exit()).isZero();
  }

  @Test
  void whatBreaksNobodyNeedsNoBump() throws Exception {
    checkout.describe(Widgets.edited("#Widget/properties/extra = {type: string}"));

    assertThat(checkout.compare("base.json").exit()).isZero();
    assertThat(checkout.json().path("asksFor").asText()).isEqualTo("0.3.1");
  }

  @Test
  void aDecisionAdmitsABreak() throws Exception {
    checkout.describe(Widgets.edited("@deleteWidget -"));
    checkout.compare("base.json");
    String fingerprint = checkout.json().at("/changes/0/fingerprint").asText();
    checkout.write(
        DECISIONS, "- {fingerprint: " + fingerprint + ", because: Nobody could call it.}\n");

    assertThat(checkout.compare("base.json").exit()).isZero();
    assertThat(checkout.markdown()).contains("Decided: Nobody could call it.");
  }

  @Test
  void aDecisionThatMatchesNothingIsTold() throws Exception {
    checkout.describe(Widgets.description());
    checkout.write(DECISIONS, "- {fingerprint: z0123456789a, because: It was so once.}\n");

    Run run = checkout.compare("base.json");

    assertThat(run.exit()).isZero();
    assertThat(run.lines()).contains("decisions.yaml: z0123456789a matches nothing any more.");
    assertThat(checkout.markdown()).contains("Decisions that match nothing any more");
  }

  @Test
  void aDecisionWithoutAReasonIsRefused() throws Exception {
    checkout.describe(Widgets.description());
    checkout.write(DECISIONS, "- {fingerprint: z0123456789a}\n");

    Run run = checkout.compare("base.json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines()).hasSize(1);
    assertThat(run.lines().get(0)).contains("needs a fingerprint and a reason");
    assertThat(checkout.hasReport()).isFalse();
  }
}
