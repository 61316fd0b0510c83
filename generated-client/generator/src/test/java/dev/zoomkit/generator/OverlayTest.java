package dev.zoomkit.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build with an overlay writes what the overlay adds or changes, and nothing else. */
class OverlayTest {
  private static final String HEAD =
      "overlay: 1.1.0\ninfo: {title: Acme, version: '1'}\nactions:\n";
  private static final String REACHABILITY =
      "src/main/resources/META-INF/native-image/com.acme.api/reachability-metadata.json";
  private static final String LENT =
      """
        - target: $.paths
          update:
            /loans:
              post:
                operationId: lendWidget
                tags: [Loans]
                requestBody:
                  content: {application/json: {schema: {$ref: '#/components/schemas/Loan'}}}
                responses:
                  '200':
                    description: The widget.
                    content: {application/json: {schema: {$ref: '#/components/schemas/Widget'}}}
        - target: $.components.schemas
          update:
            Loan:
              type: object
              properties:
                widgets: {type: array, items: {$ref: '#/components/schemas/Widget'}}
      """;

  @TempDir private Path folder;
  private Path description;
  private Path overlay;

  @BeforeEach
  void describe() throws IOException {
    String notFound = "'404': {$ref: '#/components/responses/NotFound'}";
    String text = Files.readString(Path.of("src/test/resources/everything.yaml"));
    StringBuilder all = new StringBuilder(notFound);
    for (String status : new String[] {"400", "401", "429"}) {
      all.append("\n        ").append(notFound.replace("404", status));
    }
    description = folder.resolve("everything.yaml");
    overlay = folder.resolve("acme.yaml");
    Files.writeString(description, text.replace(notFound, all));
  }

  @Test
  void whatIsAsItWasIsThePublishedClients() throws IOException {
    SortedMap<String, String> files = generate(HEAD + LENT, "com.acme.model");

    assertThat(files.keySet())
        .extracting(name -> name.substring(name.lastIndexOf('/') + 1))
        .containsExactlyInAnyOrder(
            "Apis.java",
            "LoansApi.java",
            "package-info.java",
            "Loan.java",
            "LoanJsonAdapter.java",
            "ZoomJson.java",
            "package-info.java");
    assertThat(files.get("src/main/java/com/acme/api/LoansApi.java"))
        .contains(
            "@JsonModels(com.acme.model.ZoomJson.class)",
            "import com.acme.model.Loan;",
            "import dev.zoomkit.model.Widget;",
            "Call<Widget> lendWidget(");
    assertThat(files.get("src/main/java/com/acme/model/LoanJsonAdapter.java"))
        .contains("dev.zoomkit.model.ZoomJson.factory()", "dev.zoomkit.model.Widget.class");
    assertThat(files.get("src/main/java/com/acme/model/ZoomJson.java"))
        .contains("com.acme.model.Loan")
        .doesNotContain("Widget");
    assertThat(folder.resolve("out/" + REACHABILITY))
        .content()
        .contains("{\"type\": \"com.acme.model.ZoomJson\", \"methods\"");
  }

  @Test
  void whatIsChangedIsGeneratedAnew() throws IOException {
    String longer = "  - {target: $.components.schemas.Widget, update: {description: Of Acme.}}\n";

    SortedMap<String, String> files = generate(HEAD + LENT + longer, "com.acme.model");

    assertThat(files)
        .containsKey("src/main/java/com/acme/model/Widget.java")
        .containsKey("src/main/java/com/acme/api/WidgetsApi.java");
    assertThat(files.get("src/main/java/com/acme/api/LoansApi.java"))
        .contains("import com.acme.model.Widget;");
  }

  @Test
  void itGoesToPackagesOfItsOwn() {
    assertThatThrownBy(() -> generate(HEAD + LENT, "dev.zoomkit.model"))
        .hasMessage(
            "With an overlay, apiPackage and modelPackage are packages of your own, and not"
                + " dev.zoomkit.model");
  }

  @Test
  void nothingIsWrittenOfOneThatDoesNotFit() throws IOException {
    String taken = LENT.replace("lendWidget", "getWidget");

    assertThatThrownBy(() -> generate(HEAD + taken, "com.acme.model"))
        .hasMessage(
            "%s: the operationId getWidget is taken: %s has getWidget at GET"
                + " /accounts/{accountId}/widgets/{widgetId}",
            overlay, description);

    assertThat(folder.resolve("out")).doesNotExist();
  }

  private SortedMap<String, String> generate(String text, String modelPackage) throws IOException {
    Files.writeString(overlay, text);
    Path out = folder.resolve("out");
    Generation.run(
        "zoomkit-client",
        description,
        out,
        options ->
            options
                .setApiPackage("com.acme.api")
                .setModelPackage(modelPackage)
                .addAdditionalProperty("overlay", overlay.toString()));
    return Generation.javaFiles(out);
  }
}
