package dev.zoomkit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.zoomkit.spec.reader.DerivedKeys;
import dev.zoomkit.spec.reader.SourceFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

class BundlerTest {
  private static final Path SOUND = HouseRulesTest.SOUND;
  private static final String THING = "/paths/~1accounts~1{accountId}~1things~1{thingId}/get";
  private static final String THINGS =
      "/paths/~1accounts~1{accountId}~1users~1{userId}~1things/get";

  @TempDir private Path target;

  @Test
  void operationsStandAtTheirMethodAndComponentsUnderTheirName() throws IOException {
    JsonNode document = Bundler.bundle(Sources.read(SOUND)).document();

    JsonNode thing = document.at(THING);
    assertThat(thing.path("operationId").asText()).isEqualTo("getThing");
    assertThat(thing.at("/parameters/1/$ref").asText())
        .isEqualTo("#/components/parameters/ThingIdOrUuid");
    assertThat(thing.at("/responses/200/content/application~1json/schema/$ref").asText())
        .isEqualTo("#/components/schemas/Thing");
    assertThat(document.at("/components/responses/Refused/headers/x-zm-trackingid/$ref").asText())
        .isEqualTo("#/components/headers/TrackingId");
    assertThat(document.at("/components/examples/Thing/value/id").asInt()).isEqualTo(7);
  }

  @Test
  void keysKeepTheirOrderAndComponentsAreSorted() throws IOException {
    ObjectNode document = Bundler.bundle(Sources.read(SOUND)).document();

    assertThat(document.fieldNames())
        .toIterable()
        .containsExactly("openapi", "info", "tags", "paths", "components");
    assertThat(document.at(THING).fieldNames())
        .toIterable()
        .startsWith("operationId", "summary", "description", "x-zoom-rate-limit");
    assertThat(document.at("/components").fieldNames())
        .toIterable()
        .containsExactly(
            "securitySchemes", "parameters", "headers", "responses", "schemas", "examples");
    assertThat(document.at("/components/schemas").fieldNames())
        .toIterable()
        .containsExactly(
            "CreateThingRequest",
            "ErrorBody",
            "Thing",
            "ThingKind",
            "ThingPage",
            "ThingPictureUpload");
  }

  @Test
  void whatFollowsIsWrittenIntoTheOperations() throws IOException {
    JsonNode document = Bundler.bundle(Sources.read(SOUND)).document();

    JsonNode thing = document.at(THING);
    assertThat(thing.path("tags")).hasToString("[\"Things\"]");
    assertThat(thing.path("x-zoom-own-path").asText()).isEqualTo("/things/{thingId}");
    assertThat(thing.path("x-zoom-effect").asText()).isEqualTo("read");
    assertThat(thing.path("security"))
        .hasToString(
            "[{\"zoomOAuth\":[\"thing:master\"]},{\"zoomOAuth\":[\"thing:read:master\"]}]");
    assertThat(thing.path("responses").fieldNames())
        .toIterable()
        .containsExactly("200", "400", "401", "404", "429");
    assertThat(thing.at("/responses/404/$ref").asText())
        .isEqualTo("#/components/responses/Refused");
    JsonNode list = document.at(THINGS);
    assertThat(list.at("/x-zoom-paging/maxPageSize").asInt()).isEqualTo(300);
    assertThat(list.at("/x-zoom-paging/identity")).hasToString("[\"id\"]");
    assertThat(document.has(DerivedKeys.ERROR_RESPONSES)).isFalse();
  }

  @Test
  void whatTheOwnAccountAloneHasIsOpenToOwnScopes() throws IOException {
    Sources sources = Sources.read(SOUND);
    ObjectNode paths = (ObjectNode) sources.files().get(SourceFiles.ROOT).get("paths");
    paths.set("/things/{thingId}", paths.remove("/accounts/{accountId}/things/{thingId}"));
    for (String file : List.of("things/getThing.yaml", "things/updateThing.yaml")) {
      ((ObjectNode) sources.files().get(file).get("x-zoom-scopes")).remove("master");
      ((ArrayNode) sources.files().get(file).get("parameters")).remove(0);
    }

    Description description = Description.of(sources);
    JsonNode thing = description.bundle().document().at("/paths/~1things~1{thingId}/get");
    assertThat(HouseRules.findings(description)).isEmpty();
    assertThat(thing.has("x-zoom-own-path")).isFalse();
    assertThat(thing.path("security"))
        .hasToString("[{\"zoomOAuth\":[\"thing:read\"]},{\"zoomOAuth\":[\"thing:read:thing\"]}]");
  }

  @Test
  void aUuidTellsItemsApartWhereThereIsOne() throws IOException {
    Sources sources = Sources.read(SOUND);
    sources
        .files()
        .get("things/schemas/CreateThingRequest.yaml")
        .withObject("/properties/uuid")
        .put("type", "string");

    assertThat(Bundler.bundle(sources).document().at(THINGS + "/x-zoom-paging/identity"))
        .hasToString("[\"uuid\"]");
  }

  @Test
  void noIdentityFollowsWhereTheFileSaysSo() throws IOException {
    Sources sources = Sources.read(SOUND);
    sources
        .files()
        .get("things/listThings.yaml")
        .withObject("/x-zoom-paging")
        .put("identity", "none");

    Bundler.Bundle bundle = Bundler.bundle(sources);

    assertThat(bundle.findings()).isEmpty();
    assertThat(bundle.document().at(THINGS + "/x-zoom-paging").has("identity")).isFalse();
  }

  @Test
  void severalPropertiesTellItemsApartWhereTheFileSaysSo() throws IOException {
    Sources sources = Sources.read(SOUND);
    sources
        .files()
        .get("things/listThings.yaml")
        .withObject("/x-zoom-paging")
        .putArray("identity")
        .add("id")
        .add("created_at");

    Bundler.Bundle bundle = Bundler.bundle(sources);

    assertThat(bundle.findings()).isEmpty();
    assertThat(bundle.document().at(THINGS + "/x-zoom-paging/identity"))
        .hasToString("[\"id\",\"created_at\"]");
  }

  @Test
  void anEffectThatIsNotThatOfTheMethodLeavesItsReasonBehind() throws IOException {
    Sources sources = Sources.read(SOUND);
    sources
        .files()
        .get("things/updateThing.yaml")
        .putObject("x-zoom-effect")
        .put("kind", "destroy")
        .put("because", "Nothing is left of it.");

    JsonNode document = Bundler.bundle(sources).document();

    assertThat(document.at(THING.replace("/get", "/patch")).path("x-zoom-effect"))
        .hasToString("\"destroy\"");
  }

  @Test
  void whatASchemaRequiresOfItsPartsIsRepeated() throws IOException {
    Sources sources = Sources.read(SOUND);
    sources.files().get("things/schemas/Thing.yaml").putArray("required").add("kind").add("id");

    JsonNode thing = Bundler.bundle(sources).document().at("/components/schemas/Thing");

    assertThat(thing.path("properties").fieldNames()).toIterable().containsExactly("kind", "id");
    assertThat(thing.at("/properties/kind/$ref").asText())
        .isEqualTo("#/components/schemas/ThingKind");
  }

  @Test
  void aSchemaThatIsComposedOfItselfDoesNotStopTheBundler() throws IOException {
    Sources sources = Sources.read(SOUND);
    ObjectNode thing = sources.files().get("things/schemas/Thing.yaml");
    thing.withArray("allOf").addObject().put("$ref", "Thing.yaml");
    thing.putArray("required").add("colour");

    JsonNode bundled = Bundler.bundle(sources).document().at("/components/schemas/Thing");

    assertThat(bundled.has("properties")).isFalse();
  }

  @Test
  void aSharedErrorStandsWhereItIsReferredTo() throws IOException {
    JsonNode document = Bundler.bundle(Sources.read(SOUND)).document();

    assertThat(document.at(THING).path("x-zoom-errors"))
        .hasToString("[{\"status\":404,\"code\":1001,\"meaning\":\"There is no such thing.\"}]");
    assertThat(document.path("components").has("errors")).isFalse();
  }

  @Test
  void noOwnPathFollowsWhereTheFileSaysSo() throws IOException {
    Sources sources = Sources.read(SOUND);
    sources.files().get("things/getThing.yaml").put("x-zoom-own-path", "none");

    Bundler.Bundle bundle = Bundler.bundle(sources);

    assertThat(bundle.findings()).isEmpty();
    assertThat(bundle.document().at(THING).has("x-zoom-own-path")).isFalse();
  }

  @Test
  void theSchemeListsEachScopeWithTheOperationsItOpens() throws IOException {
    JsonNode document = Bundler.bundle(Sources.read(SOUND)).document();

    JsonNode scopes =
        document.at("/components/securitySchemes/zoomOAuth/flows/clientCredentials/scopes");
    assertThat(scopes.path("thing:write").asText())
        .isEqualTo("createThing, updateThing, uploadThingPicture");
    assertThat(scopes.fieldNames())
        .toIterable()
        .containsExactly(
            "thing:master",
            "thing:read",
            "thing:read:master",
            "thing:read:thing",
            "thing:write",
            "thing:write:master",
            "thing:write:thing");
  }

  @Test
  void theSameSourcesGiveTheSameBytes() throws IOException {
    Bundler.main(new String[] {SOUND.toString(), target.resolve("one").toString(), "true"});
    Bundler.main(new String[] {SOUND.toString(), target.resolve("two").toString(), "true"});

    for (String file : List.of("zoom.json", "zoom.yaml")) {
      assertThat(target.resolve("one").resolve(file))
          .hasSameBinaryContentAs(target.resolve("two").resolve(file));
    }
    assertThat(target.resolve("one/zoom.json"))
        .content()
        .startsWith("{\"openapi\":\"3.0.3\",")
        .endsWith("}")
        .doesNotContain("\r");
  }

  @Test
  void withoutTestsBrokenSourcesAreRefusedWithEveryPlace() throws IOException {
    String[] arguments = {brokenSources(), target.resolve("bundle").toString(), "true"};

    assertThatThrownBy(() -> Bundler.main(arguments))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("things/schemas/Thing.yaml: dangling-ref: there is no Other.yaml")
        .hasMessageContaining("things/schemas/Page.yaml: yaml: line 1: mapping values");
    assertThat(target.resolve("bundle")).doesNotExist();
  }

  @Test
  void beforeTestsBrokenSourcesMakeABundleWithGaps() throws IOException {
    Path catalogue = Files.createDirectories(target.resolve("bundle")).resolve("operations.json");
    Files.writeString(catalogue, "of another time");
    String[] arguments = {brokenSources(), target.resolve("bundle").toString(), "false"};
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream console = System.err;

    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Bundler.main(arguments);
    } finally {
      System.setErr(console);
    }

    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "The description does not fit together; the tests of spec say where.");
    assertThat(catalogue).doesNotExist();
    JsonNode schemas =
        new ObjectMapper()
            .readTree(target.resolve("bundle/zoom.json").toFile())
            .at("/components/schemas");
    assertThat(schemas.fieldNames()).toIterable().containsExactly("Thing");
    assertThat(schemas.at("/Thing/items/$ref").asText()).isEqualTo(Bundler.GAP);
  }

  /** Sources with a reference that leads nowhere and a file that is no YAML. */
  private String brokenSources() throws IOException {
    Path sources = target.resolve("sources");
    Path schemas = Files.createDirectories(sources.resolve("things/schemas"));
    Files.writeString(sources.resolve("zoom.yaml"), "openapi: 3.0.3\npaths: {}\n");
    Files.writeString(schemas.resolve("Thing.yaml"), "items: {$ref: Other.yaml}\n");
    Files.writeString(schemas.resolve("Page.yaml"), "a: b: c\n");
    return sources.toString();
  }

  @Test
  void theBuildMadeTheBundleOfTheSources() throws IOException {
    JsonNode json = new ObjectMapper().readTree(built("zoom.json"));

    assertThat(json).isEqualTo(Bundler.bundle(Sources.read(HouseRulesTest.DESCRIPTION)).document());
  }

  /** SnakeYAML reads YAML 1.1, where many a plain word is a date, a number or a truth value. */
  @Test
  void aReaderOfOldYamlSeesInTheYamlWhatTheJsonSays() throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    String text = built("zoom.yaml");

    JsonNode yaml = new ObjectMapper().valueToTree(new Yaml(options).load(text));

    assertThat(yaml).isEqualTo(new ObjectMapper().readTree(built("zoom.json")));
  }

  @Test
  void textThatOldYamlMistakesIsQuoted() throws IOException {
    Path sources = Files.createDirectories(target.resolve("shared/examples"));
    Files.writeString(target.resolve("zoom.yaml"), "openapi: 3.0.3\npaths: {}\n");
    String value =
        "value: ['2026-11-22', '1e3', 'on', 'NO', '0o7', '1:30', '~', '', '=', '-', 'a: b', 'a #"
            + " b']";
    Files.writeString(sources.resolve("Words.yaml"), value + "\n");
    Bundler.main(new String[] {target.toString(), target.toString(), "true"});

    Object read = new Yaml().load(Files.readString(target.resolve("zoom.yaml")));

    assertThat(new ObjectMapper().valueToTree(read).at("/components/examples/Words"))
        .isEqualTo(new YAMLMapper().readTree(value));
  }

  /** A file of the bundle as users of the jar find it. */
  static String built(String file) throws IOException {
    try (InputStream stream = Bundler.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
