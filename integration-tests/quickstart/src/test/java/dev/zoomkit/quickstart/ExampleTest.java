package dev.zoomkit.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.error.NotFoundException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows that a page with a mistake in it does not pass. */
class ExampleTest {

  @TempDir Path folder;

  @Test
  void aPageHasItsJavaBlocksAndWhatTheyPrint() {
    String page =
        """
        # A page
        ```java
        int i = 1;
        ```

        ```text
        one
        ```
        ```java
        int j = 2;
        ```
        It prints nothing:
        ```text
        two
        ```
        """;

    assertThat(Example.of(page))
        .containsExactly(
            new Example(3, "int i = 1;\n", "one\n"), new Example(10, "int j = 2;\n", null));
  }

  @Test
  void aBlockWithoutAnEndIsRefused() {
    assertThatThrownBy(() -> Example.of("# A page\n```java\nint i = 1;\n"))
        .hasMessage("The block of line 2 has no end.");
  }

  @Test
  void anExampleRunsAgainstTheMockAndPrints() throws Exception {
    Example example =
        only(
            """
            ```java
            long webinars = account.webinars().listWebinars(UserRef.email("jill@acme.example")).stream().count();
            System.out.println(webinars);
            ```
            """);

    assertThat(example.run(folder)).isEqualTo("70\n");
  }

  @Test
  void anExampleThatDoesNotCompileFailsByTheLineOfThePage() {
    Example example =
        only(
            """
            # A page

            ```java
            long id = 1;
            account.webinars().deleteWebinars(id);
            ```
            """);

    assertThatThrownBy(() -> example.run(folder))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("line 5: cannot find symbol")
        .hasMessageContaining("deleteWebinars");
  }

  @Test
  void anExampleThatJavacWarnsOfFails() {
    Example example =
        only(
            """
            ```java
            List names = List.of("Ada");
            System.out.println(names);
            ```
            """);

    assertThatThrownBy(() -> example.run(folder))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("line 2: found raw type");
  }

  @Test
  void anExampleThatThrowsFails() {
    Example example =
        only(
            """
            ```java
            account.webinars().getWebinar(1);
            ```
            """);

    assertThatThrownBy(() -> example.run(folder)).isInstanceOf(NotFoundException.class);
  }

  private static Example only(String page) {
    List<Example> examples = Example.of(page);
    assertThat(examples).hasSize(1);
    return examples.get(0);
  }
}
