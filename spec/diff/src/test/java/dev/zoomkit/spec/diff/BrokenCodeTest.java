package dev.zoomkit.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of the base's own code is explained by another change, and what is a change of its own. */
class BrokenCodeTest {
  private static final String GONE =
      "cannot find symbol symbol: method topic() location: class dev.zoomkit.model.Widget";

  private Change removed;

  @BeforeEach
  void removal() {
    Place widget = Place.of("Widgets", "Widget", "");
    Rule rule = Rules.all().rule("response-property-removed");
    removed = new Change(rule, widget, Map.of("name", "`topic`"));
    removed.seenInJava("Widget.topic(): String", EnumSet.of(Break.SOURCE, Break.BINARY));
  }

  @Test
  void aMemberThatAChangeTakesAwayIsExplained() {
    assertThat(add(problem("Old.java", 5, GONE))).containsExactly(removed);
  }

  @Test
  void anotherMemberOfTheSameClassIsAChangeOfItsOwn() {
    assertThat(add(problem("Old.java", 5, GONE.replace("topic", "state"))))
        .hasSize(2)
        .last()
        .hasToString(
            "java-code-broken Old.java {name=cannot find symbol symbol: method state() location:"
                + " class dev.zoomkit.model.Widget}");
  }

  @Test
  void theSameMemberOfAnotherClassIsAChangeOfItsOwn() {
    assertThat(add(problem("Old.java", 5, GONE.replace("Widget", "Part")))).hasSize(2);
  }

  @Test
  void aFingerprintStaysWhereTheLineMoves() {
    List<String> fingerprints = new ArrayList<>();
    for (int line : List.of(5, 6)) {
      List<Change> all = add(problem("Old.java", line, "incompatible types"));
      fingerprints.add(all.get(1).fingerprint());
    }

    assertThat(fingerprints.get(0)).isEqualTo(fingerprints.get(1));
  }

  private List<Change> add(Javac.Problem problem) {
    return BrokenCode.add(List.of(removed), List.of(problem));
  }

  private static Javac.Problem problem(String file, long line, String message) {
    return new Javac.Problem(Path.of(file), line, message);
  }
}
