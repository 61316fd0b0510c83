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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the base that somebody names: a file, a released version or a revision, in that order. */
final class Bases {
  /** What the build passes where nobody says a base. */
  static final String UNSAID = "unsaid";

  /** The description's artifact first, and those that have generated classes. */
  private static final List<String> RELEASED = List.of("zoomkit-spec", "zoomkit-client", "zoomkit");

  private static final Pattern TAG = Pattern.compile("^v(\\d+\\.\\d+\\.\\d+)$");

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
    String version = TAG.matcher(name).replaceFirst("$1");
    if (Files.isRegularFile(file)) {
      return file(name, file);
    } else if (Version.is(version)) {
      return version(name, version);
    } else if (git.has(name)) {
      return revision(name, name, "");
    }
    throw new UnusableException("There is no file, version or revision " + name + ".");
  }

  private static Base file(String name, Path file) {
    List<String> unseen = List.of(generated(name), notCompiled("There is no code beside " + name));
    return new Base(name, Documents.read(name, file), List.of(), null, unseen);
  }

  /** A released version: its jars, or else what its tag leads to. */
  private Base version(String name, String version) throws IOException, InterruptedException {
    String tag = "refs/tags/v" + version;
    boolean tagged = git.has(tag);
    List<Path> jars = new ArrayList<>();
    for (String artifact : RELEASED) {
      Path jar = artifact(artifact, version);
      if (jar == null) {
        String missing = "There is no " + artifact + " " + version + " in any repository";
        if (tagged) {
          return revision(name, tag, missing + ". ");
        }
        throw new UnusableException(missing + ", and no tag v" + version + ".");
      }
      jars.add(jar);
    }
    return new Base(
        name,
        Documents.read("zoomkit-spec " + version, jars.get(0)),
        jars.subList(1, jars.size()),
        tagged ? export(tag) : null,
        tagged ? List.of() : List.of(notCompiled("There is no tag v" + version)));
  }

  private Base revision(String name, String revision, String why)
      throws IOException, InterruptedException {
    Path sources = export(revision);
    Path document = bundle(sources.resolve("spec/src/main/openapi"));
    List<String> unseen = List.of(why + generated(name));
    return new Base(name, Documents.read(name, document), List.of(), sources, unseen);
  }

  private static String generated(String name) {
    return "The API of "
        + name
        + " is generated with today's generator: a change of generator or templates does not show.";
  }

  private static String notCompiled(String why) {
    return why + ": no examples, recipes and contract calls of the base are compiled.";
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

  /**
   * A released jar: of the local repository, to which Maven fetches it if need be; null where no
   * repository has it.
   */
  private static @Nullable Path artifact(String name, String version)
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
    return Files.isRegularFile(jar) ? jar : null;
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
