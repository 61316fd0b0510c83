package dev.zoomkit.spec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.spec.reader.ApiDescription;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A break in Java belongs to a change of that very member, or is a change of its own. */
class ExplanationsTest {
  private static final Set<Break> BOTH = EnumSet.of(Break.SOURCE, Break.BINARY);

  @Test
  void aPropertyThatIsGoneExplainsItsMethodAndNoOther() {
    assertThat(
            unexplained(
                "#Widget/properties/old -",
                model("old", "Widget.old(): String", "java-method-removed"),
                model("id", "Widget.id(): long", "java-type-changed"),
                model("builder", "Widget.builder(): Builder", "java-method-removed")))
        .containsExactly("Widget.id(): long", "Widget.builder(): Builder");
  }

  @Test
  void aPropertyThatIsGoneExplainsNoMethodThatTakesTheClass() {
    assertThat(
            unexplained(
                "#Widget/properties/old -",
                finding("PartList", "model", "first", "PartList.first(): Widget")))
        .containsExactly("PartList.first(): Widget");
  }

  @Test
  void aLimitOfAPropertyExplainsNoOtherTypeOfIt() {
    assertThat(
            unexplained(
                "#Widget/properties/code/maxLength = 8",
                model("code", "Widget.code(): String", "java-type-changed")))
        .containsExactly("Widget.code(): String");
  }

  @Test
  void aPropertyOfAnotherNameInJavaExplainsThatName() {
    assertThat(
            unexplained(
                "#Widget/properties/adress/type = integer",
                model("address", "Widget.address(): String", "java-type-changed")))
        .isEmpty();
  }

  @Test
  void aValueOfAnotherNameInJavaExplainsItsConstant() {
    assertThat(
            unexplained(
                "#Kind/enum = [BIG] && #Kind/x-enum-varnames = [BIG]"
                    + " && #Kind/x-enum-descriptions = [Big.]",
                finding("Kind", "model", "SMALL", "Kind.SMALL"),
                finding("Kind", "model", "BIG", "Kind.BIG")))
        .containsExactly("Kind.BIG");
  }

  @Test
  void aParameterExplainsTheMethodThatTakesItAndNotWhatItReturns() {
    String edit =
        "@deleteWidget/parameters/2 = {name: who, in: query, required: true, schema: {type: string}}";
    assertThat(
            unexplained(
                edit,
                finding("WidgetsApi", "api", "deleteWidget", "WidgetsApi.deleteWidget(long): Call"),
                new JavaFinding(
                    "Widgets",
                    "operations",
                    "deleteWidget",
                    "Widgets.deleteWidget(long): void",
                    "java-type-changed",
                    BOTH),
                finding(
                    "DeleteWidgetQuery", "api", "remind", "DeleteWidgetQuery.remind(): Boolean")))
        .containsExactly("Widgets.deleteWidget(long): void", "DeleteWidgetQuery.remind(): Boolean");
  }

  @Test
  void anOptionalParameterExplainsNoMethodWithoutOptionalValues() {
    assertThat(
            unexplained(
                "@deleteWidget/parameters/2 = {name: who, in: query, schema: {type: string}}",
                finding("WidgetsApi", "api", "deleteWidget", "WidgetsApi.deleteWidget(long): Call"),
                finding(
                    "Widgets", "operations", "deleteWidget", "Widgets.deleteWidget(long): void")))
        .containsExactly("Widgets.deleteWidget(long): void");
  }

  private static JavaFinding model(String member, String text, String rule) {
    return new JavaFinding("Widget", "model", member, text, rule, BOTH);
  }

  private static JavaFinding finding(String owner, String room, String member, String text) {
    return new JavaFinding(owner, room, member, text, "java-method-removed", BOTH);
  }

  private static List<String> unexplained(String edit, JavaFinding... findings) {
    ApiDescription base = new ApiDescription(Widgets.description());
    ApiDescription now = new ApiDescription(Widgets.edited(edit));
    List<Change> changes = Comparison.of(base, now, Rules.all());
    List<Change> all = Explanations.add(base, now, changes, List.of(findings));
    assertThat(all).containsAll(changes).doesNotHaveDuplicates();
    return all.subList(changes.size(), all.size()).stream()
        .map(change -> change.detail("name").replace("`", ""))
        .toList();
  }
}
