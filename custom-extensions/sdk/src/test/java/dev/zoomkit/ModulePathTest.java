package dev.zoomkit;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.fixture.FakeZoom;
import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The SDK and the client as named modules. */
class ModulePathTest {

  private static final String SDK = "dev.zoomkit";
  private static final String CLIENT = "dev.zoomkit.client";

  private final ModuleLayer layer = layer();

  @Test
  void callsZoomFromTheModulePath() throws Exception {
    try (FakeZoom zoom = new FakeZoom()) {
      zoom.respond(json("{\"users\":[{\"id\":\"a\",\"email\":\"jill@example.com\"}]}"));
      Object token = call(type("auth.AccessToken"), null, "of", "token");
      Object kind = call(type("auth.AppKind"), null, "valueOf", "ACCOUNT_LEVEL");
      Object builder = call(type("ZoomClient"), null, "builder");
      call(
          builder.getClass(),
          builder,
          "credentials",
          call(type("auth.BearerToken"), null, "of", token, kind));
      call(builder.getClass(), builder, "endpoint", zoom.endpoint());
      try (AutoCloseable client = (AutoCloseable) call(builder.getClass(), builder, "build")) {
        Object account = call(client.getClass(), client, "ownAccount");
        Object users = call(account.getClass(), account, "users");
        Iterable<?> list = (Iterable<?>) call(users.getClass(), users, "listUsers");

        assertThat(list.iterator().next().toString()).contains("jill@example.com");
        assertThat(client.getClass().getModule().getName()).isEqualTo(SDK);
        assertThat(client.getClass()).isNotEqualTo(ZoomClient.class);
      }
    }
  }

  @Test
  void theTableOfATokenStoreIsReadFromTheModule() throws Exception {
    Object store = call(type("auth.JdbcTokenStore"), null, "of", new JdbcDataSource());

    assertThat((String) call(store.getClass(), store, "ddl"))
        .startsWith("CREATE TABLE zoom_tokens (");
  }

  @Test
  void theSdkExportsWhatACallerTouches() {
    assertThat(exports(SDK, false))
        .containsExactlyInAnyOrder(
            SDK,
            SDK + ".auth",
            SDK + ".error",
            SDK + ".listen",
            SDK + ".operations",
            SDK + ".paging",
            SDK + ".parallel",
            SDK + ".rate",
            SDK + ".record",
            SDK + ".retry",
            SDK + ".schedule",
            SDK + ".scope",
            SDK + ".transfer",
            SDK + ".user");
  }

  @Test
  void theClientExportsWhatGeneratedCodeRunsOnToTheSdkAlone() {
    assertThat(exports(CLIENT, false))
        .containsExactlyInAnyOrder(
            SDK + ".annotation", SDK + ".api", SDK + ".model", SDK + ".value");
    assertThat(exports(CLIENT, true))
        .containsExactlyInAnyOrder(SDK + ".runtime", SDK + ".runtime.json");
  }

  private Stream<String> exports(String module, boolean qualified) {
    return layer.findModule(module).orElseThrow().getDescriptor().exports().stream()
        .filter(exported -> exported.isQualified() == qualified)
        .map(Exports::source);
  }

  private Class<?> type(String name) throws ClassNotFoundException {
    return layer.findLoader(SDK).loadClass(SDK + "." + name);
  }

  private static Object call(Class<?> type, Object target, String name, Object... arguments)
      throws Exception {
    Class<?>[] types =
        Stream.of(type.getMethods())
            .filter(method -> method.getName().equals(name))
            .filter(method -> method.getParameterCount() == arguments.length)
            .findFirst()
            .orElseThrow()
            .getParameterTypes();
    return type.getMethod(name, types).invoke(target, arguments);
  }

  /** The two modules from their jars or folders, with the libraries that they require. */
  private static ModuleLayer layer() {
    Path[] path =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(ModulePathTest::isModuleOrLibrary)
            .toArray(Path[]::new);
    Configuration modules =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(path), ModuleFinder.of(), Set.of(SDK));
    return ModuleLayer.boot()
        .defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader());
  }

  private static boolean isModuleOrLibrary(Path entry) {
    String name = entry.getFileName().toString();
    return Files.exists(entry.resolve("module-info.class"))
        || List.of(
                "zoomkit-client",
                "bucket4j",
                "retrofit",
                "moshi",
                "okhttp",
                "okio",
                "kotlin",
                "jspecify")
            .stream()
            .anyMatch(name::startsWith);
  }
}
