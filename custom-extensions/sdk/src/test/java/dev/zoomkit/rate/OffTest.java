package dev.zoomkit.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A client without limits does not load the library that counts: it works where there is none. */
class OffTest {

  @Test
  void needsNoBucket4j() throws Exception {
    try (URLClassLoader without = withoutBucket4j()) {
      assertThatThrownBy(() -> without.loadClass("io.github.bucket4j.Bucket"))
          .isInstanceOf(ClassNotFoundException.class);

      Object builder = builder(without);
      Object client = builder.getClass().getMethod("build").invoke(builder);
      Object limits = client.getClass().getMethod("rateLimits").invoke(client);
      Class<?> face = without.loadClass(RateLimits.class.getName());
      assertThat(face.getMethod("state").invoke(limits)).isEqualTo(List.of());
    }
  }

  /** The planted fault: a client that keeps limits does load it. */
  @Test
  void aLimitNeedsIt() throws Exception {
    try (URLClassLoader without = withoutBucket4j()) {
      Object builder = builder(without);
      Class<?> plan = without.loadClass(Plan.class.getName());
      builder
          .getClass()
          .getMethod("rateLimits", plan)
          .invoke(builder, plan.getMethod("valueOf", String.class).invoke(null, "PRO"));

      assertThatThrownBy(() -> builder.getClass().getMethod("build").invoke(builder))
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isInstanceOf(NoClassDefFoundError.class);
    }
  }

  private static Object builder(ClassLoader loader) throws Exception {
    Class<?> token = loader.loadClass(AccessToken.class.getName());
    Class<?> kind = loader.loadClass(AppKind.class.getName());
    Object credentials =
        loader
            .loadClass(BearerToken.class.getName())
            .getMethod("of", token, kind)
            .invoke(
                null,
                token.getMethod("of", String.class).invoke(null, "token"),
                kind.getMethod("valueOf", String.class).invoke(null, "ACCOUNT_LEVEL"));
    Object builder = loader.loadClass(ZoomClient.class.getName()).getMethod("builder").invoke(null);
    builder
        .getClass()
        .getMethod("credentials", loader.loadClass("dev.zoomkit.auth.ZoomCredentials"))
        .invoke(builder, credentials);
    return builder;
  }

  private static URLClassLoader withoutBucket4j() {
    URL[] urls =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("bucket4j"))
            .map(OffTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException noPath) {
      throw new IllegalArgumentException(noPath);
    }
  }
}
