package dev.zoomkit.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The description keeps to every rule; and every rule bites. For that, {@code broken/<rule>.yaml}
 * lists changes to the small sound description in {@code sound/}, each with all that has to be
 * found in it then.
 */
class HouseRulesTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Path RESOURCES = Path.of("src/test/resources");
  static final Path DESCRIPTION = Path.of("src/main/openapi");
  static final Path SOUND = RESOURCES.resolve("sound");

  private final Sources sound = Sources.read(SOUND);

  HouseRulesTest() throws IOException {}

  @Test
  void theDescriptionKeepsToEveryRule() throws IOException {
    assertNoFindings(DESCRIPTION);
  }

  @Test
  void theSoundDescriptionKeepsToEveryRule() throws IOException {
    assertNoFindings(SOUND);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() throws IOException {
    JsonNode change =
        YAML.readTree(
            """
            things/schemas/ThingPage.yaml: {properties: {other: {$ref: Other.yaml}}}
            things/updateThing.yaml: {operationId: getThing}
            things/createThing.yaml: {x-zoom-surprise: 1}
            things/examples/ThingPage.yaml: {value: {things: [{id: seven, kind: small}], other: 1}}
            things/listThingKinds.yaml: {x-zoom-not-paged: null}
            """);

    assertThat(HouseRules.findings(Description.of(changed(change))))
        .containsExactly(
            "things/createThing.yaml: extension: x-zoom-surprise: EXTENSIONS.md has no such key",
            "things/examples/ThingPage.yaml: example: value: things.0.id: string found, integer expected",
            "things/listThingKinds.yaml: list: a list needs x-zoom-paging, or a reason in x-zoom-not-paged",
            "things/schemas/ThingPage.yaml: dangling-ref: there is no Other.yaml",
            "things/updateThing.yaml: unique-id: operationId getThing is also that of things/getThing.yaml");
  }

  @TestFactory
  List<DynamicContainer> everyRuleBites() throws IOException {
    List<DynamicContainer> rules = new ArrayList<>();
    for (String rule : HouseRules.titles()) {
      Stream<DynamicTest> bites =
          cases(rule).stream()
              .map(broken -> dynamicTest(broken.path("case").asText(), () -> bites(rule, broken)));
      rules.add(dynamicContainer(rule, bites));
    }
    return rules;
  }

  @Test
  void everyBrokenDescriptionIsOfARule() throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve("broken"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
          .isSubsetOf(HouseRules.titles());
    }
  }

  private void bites(String rule, JsonNode broken) {
    List<String> expected = new ArrayList<>();
    broken.path("finds").forEach(line -> expected.add(line.asText()));
    assertThat(expected).as("what has to be found").anyMatch(it -> it.contains(": " + rule + ": "));
    assertThat(HouseRules.findings(Description.of(changed(broken.path("change")))))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** The broken descriptions of a rule; a rule without any gets one that fails. */
  private static List<JsonNode> cases(String rule) throws IOException {
    Path file = RESOURCES.resolve("broken/" + rule + ".yaml");
    List<JsonNode> cases = new ArrayList<>();
    if (Files.exists(file)) {
      YAML.readTree(file.toFile()).forEach(cases::add);
    }
    return cases.isEmpty() ? List.of(YAML.createObjectNode().put("case", "lacks " + file)) : cases;
  }

  /** The sound description with some files removed (null), written anew (text) or changed. */
  private Sources changed(JsonNode change) {
    Map<String, ObjectNode> files = new TreeMap<>();
    sound.files().forEach((file, tree) -> files.put(file, tree.deepCopy()));
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : change.properties()) {
      String file = entry.getKey();
      if (entry.getValue().isNull()) {
        files.remove(file);
      } else if (entry.getValue().isTextual()) {
        files.put(file, Sources.parse(file, entry.getValue().asText(), findings));
      } else {
        ObjectNode tree = files.computeIfAbsent(file, it -> YAML.createObjectNode());
        merge(tree, entry.getValue());
      }
    }
    return new Sources(files, findings);
  }

  /** Changes a mapping as a JSON merge patch does. */
  private static void merge(ObjectNode target, JsonNode patch) {
    for (Map.Entry<String, JsonNode> entry : patch.properties()) {
      JsonNode value = entry.getValue();
      if (value.isNull()) {
        target.remove(entry.getKey());
      } else if (value.isObject() && target.path(entry.getKey()) instanceof ObjectNode inner) {
        merge(inner, value);
      } else {
        target.set(entry.getKey(), value);
      }
    }
  }

  private static void assertNoFindings(Path folder) throws IOException {
    List<String> findings = HouseRules.findings(Description.of(Sources.read(folder)));
    assertThat(findings)
        .withFailMessage(
            () -> "Files in " + folder + " break rules:\n" + String.join("\n", findings))
        .isEmpty();
  }
}
