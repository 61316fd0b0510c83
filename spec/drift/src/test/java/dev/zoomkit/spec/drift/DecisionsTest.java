package dev.zoomkit.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.spec.reader.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsTest {
  private static final Difference LIMIT =
      new Difference(
          Kind.LIMIT,
          "Things",
          "listThings",
          "query page_size",
          "maximum 100",
          "maximum 300",
          List.of("ordinary"),
          List.of("master", "ordinary"),
          List.of("master"),
          "a.json#/x",
          "x.yaml:1");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: limit",
        "kind: [type, limit]",
        "category: Things",
        "operation: (list|get)Things",
        "place: query .*",
        "upstream: maximum \\d+",
        "ours: maximum 300",
        "says: [ordinary]",
        "knows: [master, ordinary]",
        "agrees: master"
      })
  void aConditionCovers(String condition) throws IOException {
    assertThat(open(condition)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: type",
        "category: [Users]",
        "operation: list",
        "place: query",
        "upstream: maximum",
        "ours: ''",
        "says: [master]",
        "knows: [master]",
        "agrees: ordinary",
        "fingerprints: [z00000000000]"
      })
  void aConditionDoesNotCover(String condition) throws IOException {
    assertThat(open(condition)).containsExactly(LIMIT);
  }

  @Test
  void allConditionsHaveToHold() throws IOException {
    assertThat(open("kind: limit, place: response .*")).containsExactly(LIMIT);
  }

  @Test
  void aFingerprintCovers() throws IOException {
    assertThat(open("fingerprints: [" + LIMIT.fingerprint() + "]")).isEmpty();
  }

  @Test
  void whatMatchesNothingIsToldWhereAllFilesAreRead() throws IOException {
    Decisions decisions =
        read(
            """
            files: [a.json, b.json]
            decisions:
              - {fingerprints: [%s, z00000000000], because: It is so.}
              - {kind: type, because: It never happens.}
            """
                .formatted(LIMIT.fingerprint()));
    assertThat(decisions.idle(List.of(LIMIT), Set.of("a.json", "b.json")))
        .containsExactly(
            "z00000000000 matches nothing: It is so.", "matches nothing: It never happens.");
    assertThat(decisions.idle(List.of(LIMIT), Set.of("a.json"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decisions: [{kind: limit}]",
        "decisions: [{because: There is a reason.}]",
        "decisions: [{kind: limit, because: no}]",
        "decisions: [{kinds: limit, because: A typing error.}]",
        "decisions: [",
      })
  void whatIsNoDecisionIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(UnusableException.class);
  }

  @Test
  void ourDecisionsCanBeRead() throws IOException {
    assertThat(Decisions.read(Path.of("decisions.yaml")).decisions()).isNotEmpty();
  }

  private List<Difference> open(String condition) throws IOException {
    return read("decisions: [{%s, because: It is so.}]".formatted(condition))
        .sort(List.of(LIMIT))
        .get("");
  }

  private Decisions read(String text) throws IOException {
    return Decisions.read(Files.writeString(folder.resolve("decisions.yaml"), text));
  }
}
