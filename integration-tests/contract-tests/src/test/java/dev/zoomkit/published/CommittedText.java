package dev.zoomkit.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that is committed, so that whoever reviews a change sees what becomes of it. */
public final class CommittedText {

  private CommittedText() {}

  /**
   * Compares the text with the file of this name in the tests' resources.
   *
   * @param renewal the system property that says that the change is wanted: the text is written to
   *     the file, whose diff then wants to be read
   */
  public static void check(String name, String text, Class<?> test, String renewal)
      throws IOException {
    Path file = Path.of("src/test/resources").resolve(name);
    if (Boolean.getBoolean(renewal)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }

    assertThat(file)
        .as(
            "To renew it: mvn -pl integration-tests/contract-tests test -Dtest=%s -D%s=true",
            test.getSimpleName(), renewal)
        .hasContent(text);
  }
}
