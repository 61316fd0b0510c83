package dev.zoomkit.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** Runs a generator the way the Maven plugin does. */
final class Generation {
  private Generation() {}

  /** Generates into a folder. */
  static void run(String generator, Path description, Path folder) {
    run(generator, description, folder, options -> {});
  }

  /** Generates into a folder with options of a build. */
  static void run(
      String generator, Path description, Path folder, Consumer<CodegenConfigurator> options) {
    CodegenConfigurator configurator =
        new CodegenConfigurator()
            .setGeneratorName(generator)
            .setInputSpec(description.toString())
            .setOutputDir(folder.toString())
            .setValidateSpec(false);
    options.accept(configurator);
    DefaultGenerator engine = new DefaultGenerator();
    engine.setGenerateMetadata(false);
    try {
      engine.opts(configurator.toClientOptInput()).generate();
    } finally {
      GlobalSettings.reset();
    }
  }

  /** The text of each Java file below a folder, by its path from there. */
  static SortedMap<String, String> javaFiles(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .filter(path -> path.toString().endsWith(".java"))
          .forEach(path -> files.put(name(folder, path), text(path)));
    }
    return files;
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
