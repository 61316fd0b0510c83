package dev.zoomkit.spec.diff;

import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.SourceLines;
import dev.zoomkit.spec.reader.UnusableException;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program: compares a base with this checkout, and says whether the version tells of it. */
public final class ApiChanges {
  private final Path root;
  private final Path work;
  private final String classPath;
  private final JavaComparison java;

  private ApiChanges(Path root, Path work, String classPath, JavaComparison java) {
    this.root = root;
    this.work = work;
    this.classPath = classPath;
    this.java = java;
  }

  /** Compares the generated classes of a base with ours, in a folder to work in. */
  interface JavaComparison {
    List<JavaFinding> findings(Base base, Path work, String classPath) throws IOException;
  }

  /**
   * Compares, writes the reports to {@code spec/diff/target}, and exits with 1 if callers break or
   * their code no longer compiles without the version or a decision saying so, or if the base is
   * none.
   *
   * @param args the base, and the root of the checkout
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int code = run(args[0], Path.of(args[1]), ApiChanges::findings, System.err);
    if (code != 0) {
      System.exit(code); // Whoever runs this within a build has that end here, without a trace.
    }
  }

  /** What this was loaded from, by a build or by the JVM. */
  private static String classPath() {
    if (!(ApiChanges.class.getClassLoader() instanceof URLClassLoader loader)) {
      return System.getProperty("java.class.path");
    }
    return Stream.of(loader.getURLs())
        .map(url -> Path.of(URI.create(url.toString())).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The exit code. */
  static int run(String base, Path root, JavaComparison java, PrintStream err)
      throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("zoomkit-diff");
    try {
      Path checkout = root.toAbsolutePath().normalize();
      return new ApiChanges(checkout, work, classPath(), java).compare(base, err);
    } catch (UnusableException unusable) {
      err.println(unusable.getMessage());
      return 1;
    } finally {
      delete(work);
    }
  }

  private int compare(String name, PrintStream err) throws IOException, InterruptedException {
    Path ours = root.resolve("spec/target/classes/dev/zoomkit/spec/zoom.json");
    ApiDescription now = Documents.read("spec/target", ours);
    Decisions decisions = Decisions.read(root.resolve("spec/diff/decisions.yaml"));
    Base base = new Bases(root, work).find(name);
    Documents.requireSameApi(name, base.description(), now);
    List<Change> changes = Comparison.of(base.description(), now, Rules.all());
    List<Javac.Problem> broken =
        base.sources() == null
            ? List.of()
            : OldCode.compile(base.sources(), work.resolve("old"), classPath);
    List<Change> all = BrokenCode.add(java(base, now, changes), broken);
    Verdict verdict =
        Verdict.of(
            Version.of(Documents.version(base.description())),
            Version.of(Documents.version(now)),
            all,
            decisions);
    SourceLines lines = new SourceLines(root.resolve("spec/src/main/openapi"));
    Report report = new Report(base, verdict, lines, broken);
    report.write(root.resolve("spec/diff/target"));
    err.println(report.summary());
    base.unseen().forEach(err::println);
    for (String stale : decisions.stale(all)) {
      err.println("decisions.yaml: " + stale + " matches nothing any more.");
    }
    if (!broken.isEmpty()) {
      err.println(broken.size() + " places of the base's own code no longer compile.");
    }
    report.complaints().forEach(err::println);
    return report.complaints().isEmpty() ? 0 : 1;
  }

  /** Adds what japicmp finds; equal descriptions have equal classes, unless they are released. */
  private List<Change> java(Base base, ApiDescription now, List<Change> changes)
      throws IOException {
    boolean same = base.description().document().equals(now.document());
    if (same && base.generated().isEmpty()) {
      return changes;
    }
    List<JavaFinding> findings = java.findings(base, work, classPath);
    return Explanations.add(base.description(), now, changes, findings);
  }

  private static List<JavaFinding> findings(Base base, Path work, String classPath)
      throws IOException {
    Path before =
        base.generated().isEmpty()
            ? GeneratedApi.of(base.description(), work.resolve("generated"), classPath)
            : GeneratedApi.pick(base.generated(), work.resolve("base.jar"));
    Path after = GeneratedApi.pick(GeneratedApi.onClassPath(classPath), work.resolve("now.jar"));
    return JavaApi.compare(before, after, classPath);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(file);
      }
    }
  }
}
