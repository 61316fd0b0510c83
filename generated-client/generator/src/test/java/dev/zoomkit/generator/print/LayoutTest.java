package dev.zoomkit.generator.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that the golden files do not happen to need. */
class LayoutTest {

  @Test
  void leavesWhatFits() {
    assertThat(Layout.broken("\n\n  int a = 1;\n\n\n")).isEqualTo("int a = 1;\n");
  }

  @Test
  void leavesCommentsAndImports() {
    String comment = " * " + "word ".repeat(30) + "end";
    String imports = "import " + "long.".repeat(25) + "Name;";
    String file = "/**\n" + comment + "\n */\n" + imports + "\n";

    assertThat(Layout.broken(file)).isEqualTo(file);
  }

  @Test
  void breaksTextAtASpace() {
    String words = "a text of many words that goes on ".repeat(4).strip();

    assertThat(Layout.broken("  @KnownError(meaning = \"" + words + "\")"))
        .isEqualTo(
            """
            @KnownError(
                meaning =
                    "a text of many words that goes on a text of many words that goes on a text of many words"
                        + " that goes on a text of many words that goes on")
            """);
  }

  @Test
  void keepsAWordThatIsTooLong() {
    String line = "@GET(\"" + "segment/".repeat(15) + "\")";

    assertThat(Layout.broken(line)).isEqualTo("@GET(\n    \"" + "segment/".repeat(15) + "\")\n");
  }

  @Test
  void looksPastBracketsInText() {
    String line = "call(\"a ) { ( \\\" , b\", " + "x".repeat(50) + ", " + "y".repeat(50) + ");";

    assertThat(Layout.broken(line))
        .isEqualTo(
            "call(\n    \"a ) { ( \\\" , b\",\n    "
                + "x".repeat(50)
                + ",\n    "
                + "y".repeat(50)
                + ");\n");
  }

  @Test
  void importsInOrderAndOnlyThoseOfOtherPackages() {
    assertThat(Layout.imports("a.b", List.of("b.Last", "java.lang.String", "a.b.Own", "a.c.First")))
        .containsExactly("a.c.First", "b.Last");
  }
}
