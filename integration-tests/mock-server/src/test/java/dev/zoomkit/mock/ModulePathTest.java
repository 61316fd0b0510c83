package dev.zoomkit.mock;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mock as a named module, with the description as a module or on the class path. */
class ModulePathTest {
  private static final String MODULE = "dev.zoomkit.mock";
  private static final String DESCRIPTION = "dev.zoomkit.spec";

  @Test
  void findsTheDescriptionAmongModules(@TempDir Path folder) throws Exception {
    ModuleFinder all = ModuleFinder.of(modulePath(folder).toArray(Path[]::new));
    assertStarts(all, ClassLoader.getPlatformClassLoader());
  }

  @Test
  void findsTheDescriptionOnTheClassPathBesideIt(@TempDir Path folder) throws Exception {
    List<Path> path = modulePath(folder);
    URI description =
        ModuleFinder.of(path.toArray(Path[]::new))
            .find(DESCRIPTION)
            .orElseThrow()
            .location()
            .orElseThrow();
    path.remove(Path.of(description));
    URL[] beside = {description.toURL()};
    try (URLClassLoader classPath =
        new URLClassLoader(beside, ClassLoader.getPlatformClassLoader())) {
      assertStarts(ModuleFinder.of(path.toArray(Path[]::new)), classPath);
    }
  }

  private static void assertStarts(ModuleFinder finder, ClassLoader parent) throws Exception {
    Set<String> names =
        finder.findAll().stream().map(found -> found.descriptor().name()).collect(toSet());
    Configuration modules =
        ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), names);
    ModuleLayer layer = ModuleLayer.boot().defineModulesWithOneLoader(modules, parent);
    Class<?> mockZoom = layer.findLoader(MODULE).loadClass("dev.zoomkit.mock.MockZoom");
    assertThat(mockZoom.getModule().getName()).isEqualTo(MODULE);
    assertThat(mockZoom).isNotEqualTo(MockZoom.class);
    assertThat(mockZoom.getModule().getDescriptor().isAutomatic()).isFalse();
    assertThat(mockZoom.getModule().getDescriptor().exports())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactly("dev.zoomkit.mock");

    Method start = mockZoom.getMethod("start");
    try (AutoCloseable mock = (AutoCloseable) start.invoke(null)) {
      assertThat((URI) mockZoom.getMethod("apiBase").invoke(mock)).hasPath("/v2/");
    }
  }

  /**
   * The jars of the class path; folders, which can be no automatic modules, as jars of their own.
   */
  private static List<Path> modulePath(Path folder) throws IOException {
    List<Path> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path at = Path.of(entry);
      if (Files.isDirectory(at) && Files.exists(at.resolve("dev/zoomkit"))) {
        boolean mock = Files.exists(at.resolve("dev/zoomkit/mock/MockZoom.class"));
        boolean spec = Files.exists(at.resolve("dev/zoomkit/spec/zoom.json"));
        if (mock || spec) {
          path.add(jar(at, folder, mock ? MODULE : DESCRIPTION));
        }
      } else if (entry.endsWith(".jar")) {
        path.add(at);
      }
    }
    return path;
  }

  private static Path jar(Path classes, Path folder, String module) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(new Attributes.Name("Automatic-Module-Name"), module);
    Path jar = folder.resolve(module + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".class") || !module.equals(DESCRIPTION)) {
          entries.putNextEntry(
              new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
          Files.copy(file, entries);
          entries.closeEntry();
        }
      }
    }
    return jar;
  }
}
