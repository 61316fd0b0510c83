package dev.zoomkit.published;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.junit.WithMockZoom;
import dev.zoomkit.value.PagedResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A jar that is published, as the module that it is.
 *
 * @param artifact its name in a POM
 * @param types all that are public, in the packages that the module exports to everybody, in the
 *     order of their names
 */
public record PublishedModule(String artifact, Set<Class<?>> types) {

  private static final String CLASS = ".class";

  /** Each after those that it builds on. */
  public static final List<PublishedModule> ALL =
      List.of(
          of("zoomkit-client", PagedResponse.class),
          of("zoomkit", ZoomClient.class),
          of("zoomkit-mock-server", MockZoom.class),
          of("zoomkit-mock-junit", WithMockZoom.class));

  /** Whether a type is ours, but not for users. */
  public static boolean isHidden(Class<?> type) {
    if (type.isArray()) {
      return isHidden(type.getComponentType());
    }
    return type.getPackageName().startsWith("dev.zoomkit")
        && ALL.stream().noneMatch(module -> module.types().contains(type));
  }

  /** Of the jar or folder that a class comes from. */
  private static PublishedModule of(String artifact, Class<?> member) {
    ModuleReference module = module(member);
    Set<String> packages =
        module.descriptor().exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(Exports::source)
            .collect(Collectors.toSet());
    try (ModuleReader reader = module.open()) {
      return new PublishedModule(
          artifact,
          reader
              .list()
              .filter(file -> file.endsWith(CLASS) && packages.contains(packageOf(file)))
              .filter(file -> !file.endsWith("/package-info" + CLASS))
              .<Class<?>>map(PublishedModule::load)
              .filter(PublishedModule::isPublic)
              .sorted(Comparator.comparing(Class::getName))
              .collect(Collectors.toCollection(LinkedHashSet::new)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** That a class is in. */
  static ModuleReference module(Class<?> member) {
    return ModuleFinder.of(home(member)).findAll().iterator().next();
  }

  static Path home(Class<?> member) {
    try {
      return Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String packageOf(String file) {
    return file.substring(0, Math.max(0, file.lastIndexOf('/'))).replace('/', '.');
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
    try {
      return Class.forName(name, false, PublishedModule.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isPublic(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.isMemberClass() ? isPublic(type.getDeclaringClass()) : !type.isLocalClass());
  }
}
