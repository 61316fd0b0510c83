package dev.zoomkit.spec.diff;

import dev.zoomkit.spec.reader.UnusableException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the base that somebody names: a file, a released version or a revision, in that order. */
final class Bases {
  /** What the build passes where nobody says a base. */
  static final String UNSAID = "unsaid";

  private final Path root;
  private final Path work;
  private final Git git;

  /**
   * Bases of a checkout.
   *
   * @param work an empty folder to write to
   */
  Bases(Path root, Path work) {
    this.root = root;
    this.work = work;
    this.git = new Git(root);
  }

  /**
   * Finds a base.
   *
   * @throws UnusableException if there is none of that name, or it is no description
   */
  Base find(String name) throws IOException, InterruptedException {
    if (name.isBlank() || name.equals(UNSAID)) {
      throw new UnusableException(
          "Say with -Dbase what to compare with: a bundle, a version or a revision.");
    }
    Path file = root.resolve(name);
    if (Files.isRegularFile(file)) {
      return new Base(name, Documents.read(name, file), List.of(), null);
    } else if (Version.is(name)) {
      return version(name);
    } else if (git.has(name)) {
      return revision(name);
    }
    throw new UnusableException("There is no file, version or revision " + name + ".");
  }

  private Base version(String version) throws IOException, InterruptedException {
    Path spec = artifact("zoomkit-spec", version);
    List<Path> generated =
        List.of(artifact("zoomkit-client", version), artifact("zoomkit", version));
    Path sources = git.has("v" + version) ? export("v" + version) : null;
    return new Base(version, Documents.read("zoomkit-spec " + version, spec), generated, sources);
  }

  private Base revision(String revision) throws IOException, InterruptedException {
    Path sources = export(revision);
    Path document = bundle(sources.resolve("spec/src/main/openapi"));
    return new Base(revision, Documents.read(revision, document), List.of(), sources);
  }

  private Path export(String revision) throws IOException, InterruptedException {
    Path sources = Files.createDirectories(work.resolve("sources"));
    git.export(revision, sources);
    return sources;
  }

  /** The bundle of a revision's files, made by our bundler. */
  private Path bundle(Path files) throws IOException {
    if (!Files.isDirectory(files)) {
      throw new UnusableException("The revision has no description in spec/src/main/openapi.");
    }
    Path bundler = root.resolve("spec/target/classes");
    Path folder = work.resolve("bundle");
    URL[] classes = {bundler.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, Bases.class.getClassLoader())) {
      Method main = loader.loadClass("dev.zoomkit.spec.Bundler").getMethod("main", String[].class);
      main.invoke(null, (Object) new String[] {files.toString(), folder.toString(), "true"});
    } catch (InvocationTargetException thrown) {
      throw new UnusableException("The revision's description: " + thrown.getCause().getMessage());
    } catch (ReflectiveOperationException missing) {
      throw new UnusableException("The bundler is not built: " + missing.getMessage());
    }
    return folder.resolve("zoom.json");
  }

  /** A released jar: of the local repository, to which Maven fetches it if need be. */
  private static Path artifact(String name, String version)
      throws IOException, InterruptedException {
    Path repository = Path.of(System.getProperty("repository", ""));
    Path jar =
        repository
            .resolve("dev/zoomkit")
            .resolve(name)
            .resolve(version)
            .resolve(name + "-" + version + ".jar");
    if (!Files.isRegularFile(jar)) {
      fetch("dev.zoomkit:" + name + ":" + version, repository);
    }
    if (!Files.isRegularFile(jar)) {
      throw new UnusableException("There is no " + name + " " + version + " in any repository.");
    }
    return jar;
  }

  private static void fetch(String artifact, Path repository)
      throws IOException, InterruptedException {
    @Nullable String maven = System.getProperty("maven.home");
    if (maven == null) {
      return;
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(maven, "bin", File.separatorChar == '\\' ? "mvn.cmd" : "mvn").toString());
    command.addAll(List.of("-q", "-B", "-Dmaven.repo.local=" + repository));
    command.addAll(List.of("-Dtransitive=false", "-Dartifact=" + artifact));
    command.add("org.apache.maven.plugins:maven-dependency-plugin:get");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream said = process.getInputStream()) {
      new String(said.readAllBytes(), StandardCharsets.UTF_8);
    }
    process.waitFor();
  }
}
