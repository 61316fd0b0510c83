package dev.zoomkit.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.diff.BreakTable.Line;
import dev.zoomkit.spec.reader.ApiDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change of {@code changes.txt}, there and back. */
class BreakTableTest {

  static Stream<Line> lines() {
    return BreakTable.lines().stream();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void isReportedByItsRules(Line line) {
    JsonNode before = Widgets.description();
    JsonNode after = Widgets.edited(line.edit());

    assertThat(changes(before, after)).as("there").isEqualTo(line.there());
    assertThat(changes(after, before)).as("back").isEqualTo(line.back());
  }

  @Test
  void hasEachRuleOfTheDescription() {
    Set<String> rules = new TreeSet<>(Rules.all().byId().keySet());
    rules.removeIf(rule -> rule.startsWith("java-") && !rule.startsWith("java-name-"));

    for (Line line : BreakTable.lines()) {
      Stream.concat(line.there().stream(), line.back().stream())
          .forEach(rule -> rules.remove(rule.substring(0, rule.indexOf(':'))));
    }

    assertThat(rules).as("rules without a change in the table").isEmpty();
  }

  @Test
  void hasEachKeyThatTheDescriptionMayHave() throws IOException {
    String edits = BreakTable.lines().stream().map(Line::edit).collect(Collectors.joining("\n"));
    String extensions = Files.readString(Path.of("../EXTENSIONS.md"));

    List<String> keys =
        Pattern.compile("(?m)^\\| \\[`(x-[a-z-]+)`]")
            .matcher(extensions)
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(keys)
        .as("x- keys of EXTENSIONS.md, each with a change of it in changes.txt")
        .isNotEmpty()
        .allMatch(key -> Pattern.compile(key + "(?![a-z-])").matcher(edits).find());
  }

  @Test
  void theSameChangeOfTwoResponsesIsTwoChanges() {
    String header = "responses/%s/headers = {X-New: {schema: {type: string}}}";
    String both = "@createWidget/responses/404 = {description: None.}";
    ApiDescription before = new ApiDescription(Widgets.edited(both));
    ApiDescription after =
        new ApiDescription(
            Widgets.edited(
                both
                    + " && @createWidget/"
                    + header.formatted("201")
                    + " && @createWidget/"
                    + header.formatted("404")));

    assertThat(Comparison.of(before, after, Rules.all()))
        .map(Change::sentence)
        .containsExactlyInAnyOrder(
            "The response 201 of `createWidget` has the new header `X-New`.",
            "The response 404 of `createWidget` has the new header `X-New`.");
  }

  @Test
  void nothingIsReportedOfWhatIsTheSame() {
    assertThat(changes(Widgets.description(), Widgets.description())).isEmpty();
  }

  private static List<String> changes(JsonNode before, JsonNode after) {
    return Comparison.of(new ApiDescription(before), new ApiDescription(after), Rules.all())
        .stream()
        .map(BreakTable::brief)
        .sorted()
        .toList();
  }
}
