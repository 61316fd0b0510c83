package dev.zoomkit.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A recipe as a program in a process of its own. */
class ProgramTest {

  @Test
  void worksOnAMockWhereTheEnvironmentNamesNoAccount() throws Exception {
    Running program = run(SubAccountUsage.class, Map.of());

    assertThat(program.printed())
        .startsWith("With a mock of Zoom in this process.")
        .contains("Branch 1");
    assertThat(program.exitCode()).isZero();
  }

  @Test
  void saysWhichVariableIsMissing() throws Exception {
    Running program = run(SubAccountUsage.class, Map.of("ZOOM_ACCOUNT_ID", "an-id"));

    assertThat(program.printed()).contains("not set: ZOOM_CLIENT_ID").doesNotContain("\tat ");
    assertThat(program.exitCode()).isOne();
  }

  @Test
  void saysWhichFileIsMissing() throws Exception {
    Running program = run(ImportUsers.class, Map.of(), "nobody.csv");

    assertThat(program.printed())
        .contains("NoSuchFileException: nobody.csv")
        .doesNotContain("\tat ");
    assertThat(program.exitCode()).isOne();
  }

  private record Running(int exitCode, String printed) {}

  private static Running run(Class<?> program, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-classpath", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("ZOOM_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    byte[] printed = process.getInputStream().readAllBytes();
    return new Running(process.waitFor(), new String(printed, StandardCharsets.UTF_8));
  }
}
