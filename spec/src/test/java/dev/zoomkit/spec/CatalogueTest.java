package dev.zoomkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  private static final Path GOLDEN = Path.of("src/test/resources/catalogue.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path target;

  /** Others read the catalogue: a name in it is not changed unless they are told. */
  @Test
  void entriesLookAsTheyDid() throws IOException {
    JsonNode golden = JSON.readTree(Files.readString(GOLDEN));

    for (JsonNode entry : golden.path("operations")) {
      assertThat(entry(sound(), entry.path("id").asText()).toPrettyString())
          .isEqualTo(entry.toPrettyString());
    }
    assertThat(ids(golden)).containsExactly("listThings", "uploadThingPicture");
  }

  @Test
  void everyOperationIsInIt() throws IOException {
    ObjectNode document = sound();
    List<String> ids = new ArrayList<>();
    document
        .path("paths")
        .forEach(path -> path.forEach(each -> ids.add(each.path("operationId").asText())));

    assertThat(ids(Catalogue.of(document))).containsExactlyElementsOf(ids).isNotEmpty();
  }

  @Test
  void theSameSourcesGiveTheSameBytes() throws IOException {
    Path one = target.resolve("one");
    Path other = target.resolve("other");
    for (Path folder : List.of(one, other)) {
      Bundler.main(new String[] {HouseRulesTest.SOUND.toString(), folder.toString(), "false"});
    }

    assertThat(one.resolve("operations.json"))
        .hasSameBinaryContentAs(other.resolve("operations.json"));
    assertThat(Files.readString(one.resolve("operations.json"))).endsWith("}\n").contains("  \"");
  }

  private static ObjectNode sound() throws IOException {
    return Bundler.bundle(Sources.read(HouseRulesTest.SOUND)).document();
  }

  private static JsonNode entry(ObjectNode document, String id) {
    for (JsonNode entry : Catalogue.of(document).path("operations")) {
      if (entry.path("id").asText().equals(id)) {
        return entry;
      }
    }
    throw new AssertionError("The catalogue has no " + id + ".");
  }

  private static List<String> ids(JsonNode catalogue) {
    List<String> ids = new ArrayList<>();
    catalogue.path("operations").forEach(entry -> ids.add(entry.path("id").asText()));
    return ids;
  }
}
