package dev.zoomkit.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.read.RefusedDescriptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each description of {@code refused.yaml} ends the build with what it says there, all of it. */
class RefusalTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  @TempDir Path folder;

  /** A case by its name. */
  record Case(String name, JsonNode description, List<String> problems) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() throws IOException {
    JsonNode file = read();
    return StreamSupport.stream(file.get("cases").spliterator(), false)
        .map(entry -> readCase(file.get("base"), entry));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void refuses(Case refused) throws IOException {
    Path description = write(refused.description);

    RefusedDescriptionException refusal =
        catchThrowableOfType(
            RefusedDescriptionException.class,
            () -> Generation.run("zoomkit-client", description, folder.resolve("out")));

    assertThat(refusal).as("refused at all").isNotNull();
    assertThat(refusal.problems()).containsExactlyElementsOf(refused.problems);
    assertThat(folder.resolve("out/src")).doesNotExist();
  }

  @Test
  void takesTheBase() throws IOException {
    Generation.run("zoomkit-client", write(read().get("base")), folder.resolve("out"));

    assertThat(folder.resolve("out/src/main/java/dev/zoomkit/model/Thing.java")).exists();
  }

  /** The template has to import what it writes. */
  @ParameterizedTest
  @ValueSource(strings = {"head", "options", "put"})
  void takesEveryMethodThatRetrofitHas(String method) throws IOException {
    ObjectNode description = read().get("base").deepCopy();
    ObjectNode path = (ObjectNode) description.at("/paths").get("/things/{thingId}");
    path.set(method, path.remove("get"));

    Generation.run("zoomkit-client", write(description), folder.resolve("out"));

    String annotation = method.toUpperCase(Locale.ROOT);
    assertThat(folder.resolve("out/src/main/java/dev/zoomkit/api/ThingsApi.java"))
        .content()
        .contains("import retrofit2.http." + annotation + ";", "@" + annotation + "(");
  }

  @Test
  void theFacadeRefusesAsWell() throws IOException {
    Case refused = cases().findFirst().orElseThrow();
    Path description = write(refused.description);

    assertThatThrownBy(() -> Generation.run("zoomkit-facade", description, folder.resolve("out")))
        .hasMessage(
            "The description has a problem that the generator stops at:\n  "
                + refused.problems.get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "Parts, Parts",
    "Call-Executor, CallExecutor",
    "Account operations, AccountOperations",
    "String, String",
    "Get Thing Query, GetThingQuery"
  })
  void theFacadeRefusesTagsWhoseClassesItNeedsForSomethingElse(String tag, String type)
      throws IOException {
    assertThat(problemsOfTheFacade(tag))
        .containsExactly(
            "tag %s: generated code would take its class %s for another one of this name. Rename the tag."
                .formatted(tag, type));
  }

  @ParameterizedTest
  @CsvSource({
    "Id, id, Id",
    "Is own, isOwn, IsOwn",
    "WAIT, wait, Wait",
    "Hash code, hashCode, HashCode"
  })
  void theFacadeRefusesTagsThatAnAccountHasAnotherMethodFor(
      String tag, String accessor, String type) throws IOException {
    assertThat(problemsOfTheFacade(tag))
        .containsExactly(
            "tag %s: an account has a method %s() that does not lead to its class %s. Rename the tag."
                .formatted(tag, accessor, type));
  }

  /** What leads to a tag is final, and the SDK's account extends the class that has it. */
  @Test
  void theMethodsOfAnAccountAreThoseOfTheSdk() throws IOException {
    Path account =
        Path.of("../../custom-extensions/sdk/src/main/java/dev/zoomkit/ZoomAccount.java");

    assertThat(
            Pattern.compile("public \\S+ (\\w+)\\(\\)")
                .matcher(Files.readString(account))
                .results()
                .map(method -> method.group(1))
                .filter(name -> !Names.METHODS_OF_OBJECT.contains(name)))
        .containsExactlyInAnyOrderElementsOf(FacadeCodegen.OF_THE_ACCOUNT);
  }

  @Test
  void theClientsInterfacesHaveNamesOfTheirOwn() throws IOException {
    Generation.run("zoomkit-client", tagged("Parts"), folder.resolve("out"));

    assertThat(folder.resolve("out/src/main/java/dev/zoomkit/api/PartsApi.java")).exists();
  }

  private List<String> problemsOfTheFacade(String tag) throws IOException {
    Path description = tagged(tag);
    return catchThrowableOfType(
            RefusedDescriptionException.class,
            () -> Generation.run("zoomkit-facade", description, folder.resolve("out")))
        .problems();
  }

  /** The base with another tag, whose operation has an optional value. */
  private Path tagged(String tag) throws IOException {
    ObjectNode description = read().get("base").deepCopy();
    ObjectNode operation =
        (ObjectNode) description.at("/paths").get("/things/{thingId}").get("get");
    operation.putArray("tags").add(tag);
    ObjectNode deep = operation.withArray("parameters").addObject();
    deep.put("name", "deep").put("in", "query").putObject("schema").put("type", "boolean");
    return write(description);
  }

  @Test
  void namesTwoFilesThatHaveASchemaOfOneName() throws IOException {
    for (String part : List.of("one", "two")) {
      String schema = "Status: {type: object, properties: {%s: {type: string}}}".formatted(part);
      Files.writeString(folder.resolve(part + ".yaml"), schema);
    }
    ObjectNode description = read().get("base").deepCopy();
    ObjectNode properties = (ObjectNode) description.at("/components/schemas/Thing/properties");
    properties.putObject("one").put("$ref", "one.yaml#/Status");
    properties.putObject("two").put("$ref", "two.yaml#/Status");
    Path file = write(description);

    assertThatThrownBy(() -> Generation.run("zoomkit-client", file, folder.resolve("out")))
        .hasMessageContaining("two different schemas want the name Status");
  }

  private static JsonNode read() throws IOException {
    return YAML.readTree(Files.readString(Path.of("src/test/resources/refused.yaml")));
  }

  private Path write(JsonNode description) throws IOException {
    Path file = folder.resolve("description.json");
    Files.writeString(file, description.toString());
    return file;
  }

  private static Case readCase(JsonNode base, JsonNode entry) {
    ObjectNode patch = entry.deepCopy();
    String name = patch.remove("name").asText();
    List<String> problems = new ArrayList<>();
    patch.remove("problems").forEach(problem -> problems.add(problem.asText()));
    return new Case(name, merge(base.deepCopy(), patch), problems);
  }

  /** A JSON merge patch: null takes away. */
  private static JsonNode merge(ObjectNode target, JsonNode patch) {
    patch
        .properties()
        .forEach(
            field -> {
              String key = field.getKey();
              if (field.getValue().isNull()) {
                target.remove(key);
              } else if (field.getValue().isObject()) {
                JsonNode before = target.get(key);
                ObjectNode into =
                    before != null && before.isObject()
                        ? (ObjectNode) before
                        : YAML.createObjectNode();
                target.set(key, merge(into, field.getValue()));
              } else {
                target.set(key, field.getValue());
              }
            });
    return target;
  }
}
