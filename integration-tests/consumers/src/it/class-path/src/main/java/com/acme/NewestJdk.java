package com.acme;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs {@link CallsAtOnce} on the newest JDK that is installed beside this one. */
public final class NewestJdk {

  private NewestJdk() {}

  /** Takes the case. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map.Entry<Integer, Path> newest = installed().lastEntry();
    if (newest.getKey() < 21) {
      System.out.printf(
          "consumer: %s: skipped, JDK %d is the newest here%n", args[0], newest.getKey());
      return;
    }
    Process process =
        new ProcessBuilder(
                newest.getValue().resolve("bin/java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                CallsAtOnce.class.getName(),
                args[0])
            .inheritIO()
            .start();
    System.exit(process.waitFor());
  }

  private static TreeMap<Integer, Path> installed() throws IOException {
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    TreeMap<Integer, Path> jdks = new TreeMap<>(Map.of(Runtime.version().feature(), home));
    List<Path> others;
    try (Stream<Path> folders = Files.list(home.getParent())) {
      others = folders.filter(NewestJdk::isJdk).toList();
    }
    for (Path jdk : others) {
      jdks.put(feature(jdk), jdk);
    }
    return jdks;
  }

  private static boolean isJdk(Path folder) {
    return Files.isExecutable(folder.resolve("bin/java"))
        && Files.exists(folder.resolve("release"));
  }

  private static int feature(Path jdk) throws IOException {
    Properties properties = new Properties();
    try (Reader release = Files.newBufferedReader(jdk.resolve("release"))) {
      properties.load(release);
    }
    String version = properties.getProperty("JAVA_VERSION").replace("\"", "");
    return version.startsWith("1.") ? 8 : Runtime.Version.parse(version).feature();
  }
}
