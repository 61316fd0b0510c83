package dev.zoomkit.spec.diff;

import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.UnusableException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** The generated classes of the client and the facade, in one jar for japicmp. */
final class GeneratedApi {
  private static final List<String> GENERATORS = List.of("zoomkit-client", "zoomkit-facade");
  private static final List<String> PACKAGES =
      List.of("dev/zoomkit/model/", "dev/zoomkit/api/", "dev/zoomkit/operations/");

  private GeneratedApi() {}

  /**
   * Generates and compiles the API of a description.
   *
   * @param folder one to work in; it is made
   * @param classPath what callers have, for what is not generated
   * @return the jar
   * @throws UnusableException if the description cannot be generated from, or the result does not
   *     compile
   */
  static Path of(ApiDescription description, Path folder, String classPath) throws IOException {
    Path document = Files.createDirectories(folder).resolve("zoom.json");
    Files.writeString(document, Json.text(description.document()));
    Path sources = folder.resolve("sources");
    for (String generator : GENERATORS) {
      generate(generator, document, sources);
    }
    Path classes = folder.resolve("classes");
    List<Javac.Problem> problems = Javac.compile(List.of(sources), classPath, classes);
    if (!problems.isEmpty()) {
      throw new UnusableException(
          "What is generated from the base does not compile: " + problems.get(0));
    }
    return pick(List.of(classes), folder.resolve("generated.jar"));
  }

  private static void generate(String generator, Path description, Path folder) {
    CodegenConfigurator configurator =
        new CodegenConfigurator()
            .setGeneratorName(generator)
            .setInputSpec(description.toString())
            .setOutputDir(folder.toString())
            .setValidateSpec(false)
            .addAdditionalProperty("format", "false");
    DefaultGenerator engine = new DefaultGenerator();
    engine.setGenerateMetadata(false);
    try {
      engine.opts(configurator.toClientOptInput()).generate();
    } catch (RuntimeException refused) {
      throw new UnusableException(
          "Nothing can be generated from the base: " + refused.getMessage());
    } finally {
      GlobalSettings.reset();
    }
  }

  /** The entries of a class path that have generated classes. */
  static List<Path> onClassPath(String classPath) throws IOException {
    List<Path> having = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.exists(path) && !classes(path).isEmpty()) {
        having.add(path);
      }
    }
    return having;
  }

  /** A jar of the generated classes that folders and jars have. */
  static Path pick(List<Path> from, Path jar) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    for (Path path : from) {
      classes.putAll(classes(path));
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return jar;
  }

  private static Map<String, byte[]> classes(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return classesBelow(path);
    }
    try (FileSystem jar = FileSystems.newFileSystem(path)) {
      return classesBelow(jar.getPath("/"));
    }
  }

  private static Map<String, byte[]> classesBelow(Path root) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    for (String name : PACKAGES) {
      Path folder = root.resolve(name);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files
              .filter(file -> file.toString().endsWith(".class"))
              .forEach(file -> classes.put(name + file.getFileName(), bytes(file)));
        }
      }
    }
    return classes;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
