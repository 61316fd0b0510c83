package dev.zoomkit.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The quickstart in a process of its own.
 *
 * @param exitCode 0 if all went well
 * @param printed all of it, errors and the noise of libraries included
 */
record Running(int exitCode, String printed) {

  /** Starts it with nothing of Zoom's in the environment but the given, and waits for its end. */
  static Running quickstart(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.add(Quickstart.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("ZOOM_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    byte[] printed = process.getInputStream().readAllBytes();
    return new Running(process.waitFor(), new String(printed, StandardCharsets.UTF_8));
  }
}
