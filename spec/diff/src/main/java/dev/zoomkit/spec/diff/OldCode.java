package dev.zoomkit.spec.diff;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compiles what was written against the base, with the classes of today: the Java examples of its
 * README, its recipes and its contract check.
 */
final class OldCode {
  private static final String CLASS_PATH = "java.class.path";

  private static final String README = "README.md";

  /** A complaint about an example; it may have several lines. */
  private static final Pattern COMPLAINT =
      Pattern.compile("(?ms)^line (\\d{1,9}): (.*?)(?=^line \\d+: |\\z)");

  private final Path sources;
  private final Path work;
  private final String classPath;
  private final List<Javac.Problem> problems = new ArrayList<>();

  private OldCode(Path sources, Path work, String classPath) {
    this.sources = sources;
    this.work = work;
    this.classPath = classPath;
  }

  /**
   * What of it does not compile; the files are relative to the sources.
   *
   * @param sources all sources of the base
   * @param work an empty folder
   * @param classPath what callers have today
   */
  static List<Javac.Problem> compile(Path sources, Path work, String classPath) throws IOException {
    OldCode code = new OldCode(sources, work, classPath);
    code.module("integration-tests/recipes/src/main/java", "recipes");
    code.module("integration-tests/contract-tests/src/test/java", "contract");
    code.module("integration-tests/quickstart/src/main/java", "tour");
    code.readme();
    return code.problems;
  }

  private void module(String folder, String name) throws IOException {
    Path classes = work.resolve(name);
    report(Javac.compile(List.of(sources.resolve(folder)), classPath, classes));
  }

  private void report(List<Javac.Problem> found) {
    for (Javac.Problem problem : found) {
      Path file = sources.relativize(problem.file().toAbsolutePath());
      problems.add(new Javac.Problem(file, problem.line(), problem.message()));
    }
  }

  /** The base's own tests know what stands around its examples. */
  private void readme() throws IOException {
    Path readme = sources.resolve(README);
    Path quickstart = sources.resolve("integration-tests/quickstart/src");
    if (!Files.exists(readme) || !Files.isDirectory(quickstart.resolve("test/java"))) {
      return;
    }
    Path classes = work.resolve("readme");
    String quickstartPath = work.resolve("tour") + File.pathSeparator + classPath;
    List<Javac.Problem> found =
        Javac.compile(List.of(quickstart.resolve("test/java")), quickstartPath, classes);
    report(found);
    if (!found.isEmpty()) {
      example(0, "its examples are not compiled, because the tests beside them do not compile");
      return;
    }
    String before = System.getProperty(CLASS_PATH);
    String path = classes + File.pathSeparator + quickstartPath;
    System.setProperty(CLASS_PATH, path);
    try (URLClassLoader loader =
        new URLClassLoader(urls(path), ClassLoader.getPlatformClassLoader())) {
      examples(loader, Files.readString(readme));
    } catch (ReflectiveOperationException other) {
      example(0, "its examples cannot be compiled: " + other);
    } finally {
      System.setProperty(CLASS_PATH, before);
    }
  }

  private static URL[] urls(String path) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(new URL[0]);
  }

  private void examples(ClassLoader loader, String readme)
      throws ReflectiveOperationException, IOException {
    Class<?> type = loader.loadClass("dev.zoomkit.quickstart.Example");
    Method of = type.getDeclaredMethod("of", String.class);
    Method compile = type.getDeclaredMethod("compile", Path.class);
    Method line = type.getDeclaredMethod("line");
    for (Method method : List.of(of, compile, line)) {
      method.setAccessible(true);
    }
    for (Object example : (List<?>) of.invoke(null, readme)) {
      try {
        compile.invoke(
            example, Files.createDirectories(work.resolve("example" + line.invoke(example))));
      } catch (InvocationTargetException thrown) {
        if (!(thrown.getCause() instanceof AssertionError refused)) {
          throw thrown;
        }
        COMPLAINT
            .matcher(refused.getMessage())
            .results()
            .forEach(it -> example(Long.parseLong(it.group(1)), it.group(2)));
      }
    }
  }

  private void example(long line, String message) {
    problems.add(new Javac.Problem(Path.of(README), line, message.strip().replaceAll("\\s+", " ")));
  }
}
