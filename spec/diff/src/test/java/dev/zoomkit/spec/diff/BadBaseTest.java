package dev.zoomkit.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.zoomkit.spec.diff.Checkout.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A base that is none gets one line, exit code 1, and leaves nothing behind. */
class BadBaseTest {

  @TempDir Path root;
  private Checkout checkout;

  @BeforeEach
  void checkout() throws Exception {
    checkout = new Checkout(root);
    checkout.describe(Widgets.description());
  }

  @Test
  void noneAtAll() throws Exception {
    refused("unsaid", "Say with -Dbase what to compare with: a bundle, a version or a revision.");
  }

  @Test
  void missing() throws Exception {
    refused("missing.json", "There is no file, version or revision missing.json.");
  }

  @Test
  void anOptionOfGit() throws Exception {
    refused("--all", "There is no file, version or revision --all.");
  }

  @Test
  void aVersionThatWasNeverReleased() throws Exception {
    refused("9.9.9", "There is no zoomkit-spec 9.9.9 in any repository, and no tag v9.9.9.");
  }

  @Test
  void aTagOfAVersionThatWasNeverReleased() throws Exception {
    refused("v9.9.9", "There is no zoomkit-spec 9.9.9 in any repository, and no tag v9.9.9.");
  }

  @Test
  void noJson() throws Exception {
    refusedText("{\"openapi\": 3.0.3}", "base is no JSON in line 1: ");
  }

  @Test
  void noOpenApi() throws Exception {
    refusedText("{\"swagger\": \"2.0\"}", "base is no OpenAPI 3.0 document.");
  }

  @Test
  void prose() throws Exception {
    refusedText("It is what it is.", "base is no OpenAPI 3.0 document.");
  }

  @Test
  void empty() throws Exception {
    refusedText("", "base is no OpenAPI 3.0 document.");
  }

  @Test
  void anotherApi() throws Exception {
    refusedText(
        Widgets.edited("/info/title = Gadgets").toString(),
        "base describes \"Gadgets\" and not \"Widgets\".");
  }

  @Test
  void otherPaths() throws Exception {
    refusedText(
        Widgets.edited("/paths = {/gadgets: {get: {operationId: g, responses: {'200': {}}}}}")
            .toString(),
        "base has not one operation of \"Widgets\".");
  }

  @Test
  void noVersion() throws Exception {
    refusedText(
        Widgets.edited("/info/version = new").toString(),
        "\"new\" is no version of three numbers.");
  }

  @Test
  void aPathThatIsNone() throws Exception {
    refusedText(Widgets.edited("/paths/~1x = 5"), "base: the path /x has 5 and no operations.");
  }

  @Test
  void anOperationThatIsNone() throws Exception {
    refusedText(Widgets.edited("/paths/~1x = {get: 5}"), "base: GET /x has no operationId.");
  }

  @Test
  void anOperationWithoutAnId() throws Exception {
    refusedText(Widgets.edited("@listParts/operationId -"), "base: GET /parts has no operationId.");
  }

  @Test
  void twoOperationsOfOneId() throws Exception {
    refusedText(
        Widgets.edited("@listParts/operationId = deleteWidget"),
        "base: DELETE /widgets/{widgetId} and GET /parts have the same operationId deleteWidget.");
  }

  @Test
  void aSchemaThatIsMadeOfItself() throws Exception {
    refusedText(
        Widgets.edited(
            "#Cog/allOf = [{$ref: '#/components/schemas/Piece'}]"
                + " && #Piece/allOf = [{$ref: '#/components/schemas/Cog'}]"),
        "base: the schema Cog is made of itself; no value is like that.");
  }

  @Test
  void aReferenceInACircle() throws Exception {
    refusedText(
        Widgets.edited(
            "#Cog = {$ref: '#/components/schemas/Piece'}"
                + " && #Piece = {$ref: '#/components/schemas/Cog'}"),
        "base refers to #/components/schemas/");
  }

  @Test
  void aParameterInACircle() throws Exception {
    refusedText(
        Widgets.edited("%UserId = {$ref: '#/components/parameters/UserId'}"),
        "base refers to #/components/parameters/UserId, which leads in a circle.");
  }

  @Test
  void truncatedJson() throws Exception {
    String whole = Widgets.description().toString();
    refusedText(whole.substring(0, whole.length() / 2), "base is no JSON in line 1: ");
  }

  @Test
  void yamlThatIsTruncatedWithinItsPaths() throws Exception {
    String whole = new YAMLMapper().writeValueAsString(Widgets.description());
    String half = whole.substring(0, whole.indexOf("components:\n"));
    refusedText(half, "base has no paths or no components; it may be truncated.");
  }

  @Test
  void yamlThatIsTruncatedWithinItsComponents() throws Exception {
    String whole = new YAMLMapper().writeValueAsString(Widgets.description());
    String most = whole.substring(0, whole.indexOf("    PictureUpload:\n"));
    refusedText(
        most,
        "base refers to #/components/schemas/PictureUpload, which it does not have; it may be"
            + " truncated.");
  }

  private void refusedText(JsonNode description, String line) throws Exception {
    refusedText(description.toString(), line);
  }

  private void refusedText(String text, String line) throws Exception {
    checkout.write(Path.of("base"), text);
    refused("base", line);
  }

  private void refused(String base, String line) throws Exception {
    Run run = checkout.compare(base);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.lines()).hasSize(1);
    assertThat(run.lines().get(0)).startsWith(line);
    assertThat(checkout.hasReport()).isFalse();
  }
}
