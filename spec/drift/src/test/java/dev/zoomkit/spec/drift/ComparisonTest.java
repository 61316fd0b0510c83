package dev.zoomkit.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.zoomkit.spec.reader.UnusableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  @TempDir Path folder;

  @Test
  void whatAgreesDoesNotDiffer() throws IOException {
    assertThat(Small.differences(Small.RESOURCES.resolve("upstream.yaml"))).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> eachChangeIsTold() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode change : Small.read("differences.yaml")) {
      String name = change.path("finds") + " by " + change.path("at").asText();
      tests.add(dynamicTest(name, () -> isTold(change)));
    }
    return tests.stream();
  }

  private void isTold(JsonNode change) throws IOException {
    List<String> told = new ArrayList<>();
    for (Difference it : Small.differences(changed(change))) {
      told.add(
          String.join(
              "|", it.kind().title(), it.operation(), it.place(), it.upstream(), it.ours()));
    }
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            dev.zoomkit.spec.reader.Json.texts(change.path("finds")));
  }

  private Path changed(JsonNode change) throws IOException {
    JsonNode upstream = Small.read("upstream.yaml").deepCopy();
    Small.put(upstream, change.path("at").asText(), change.path("to"));
    if (change.has("also")) {
      Small.put(upstream, change.get("also").asText(), change.path("to"));
    }
    return Small.write(folder, "upstream.json", upstream);
  }

  @Test
  void everyKindHasAChange() throws IOException {
    Set<String> kinds = new HashSet<>();
    for (JsonNode change : Small.read("differences.yaml")) {
      change.path("finds").forEach(line -> kinds.add(line.asText().replaceFirst("\\|.*", "")));
    }
    for (Kind kind : Kind.values()) {
      assertThat(kinds).contains(kind.title());
    }
  }

  @Test
  void aDifferenceNamesThePlaceInBothAndTheEditions() throws IOException {
    JsonNode upstream = Small.read("upstream.yaml").deepCopy();
    String at =
        "/paths/~1things/get/responses/200/content/application~1json/schema/properties/things"
            + "/items/properties/name/maxLength";
    Small.put(upstream, at, IntNode.valueOf(99));

    List<Difference> told = Small.differences(Small.write(folder, "upstream.json", upstream));
    assertThat(told).hasSize(1);
    assertThat(told.get(0).source()).isEqualTo("spec/src/main/openapi/things/schemas/Thing.yaml:5");
    assertThat(told.get(0).pointer()).isEqualTo("upstream.json#" + at.replace("/maxLength", ""));
    assertThat(told.get(0).says()).containsExactly("ordinary");
    assertThat(told.get(0).agrees()).containsExactly("master");
    assertThat(told.get(0).knows()).containsExactly("master", "ordinary");
  }

  @Test
  void aFingerprintIsThatOfWhatIsSaidAndNeverANumber() {
    Difference one = difference("a.json#/x", "file.yaml:1");
    Difference moved = difference("b.json#/y", "file.yaml:9");
    assertThat(one.fingerprint()).isEqualTo(moved.fingerprint()).matches("z[0-9a-f]{11}");
  }

  private static Difference difference(String pointer, String source) {
    List<String> none = List.of();
    return new Difference(
        Kind.LIMIT, "Things", "listThings", "query x", "1", "2", none, none, none, pointer, source);
  }

  @Test
  void filesOfAnotherApiOfZoomAreRefused() throws IOException {
    JsonNode upstream = Small.read("upstream.yaml").deepCopy();
    JsonNode kinds = upstream.at("/paths/~1kinds");
    Small.put(upstream, "/paths", PlainSchemas.object().set("/phone/numbers", kinds));
    Path file = Small.write(folder, "phone.json", upstream);
    assertThatThrownBy(() -> Small.differences(file))
        .isInstanceOf(UnusableException.class)
        .hasMessage(
            "-Dupstream: no operation of these files is in our description; is it another API?");
  }
}
