package dev.zoomkit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTokenStoreTest extends TokenStoreContract {

  @TempDir Path folder;
  private Path directory = Path.of("");

  @BeforeEach
  void setUp() {
    directory = folder.resolve("app/tokens");
  }

  @Override
  TokenStore store() {
    return TokenStore.file(directory);
  }

  @Override
  TokenStore reopened() {
    return TokenStore.file(directory);
  }

  @Test
  void allIsForTheOwnerAlone() throws Exception {
    store().compareAndSet("jill", 0, "one");

    assertThat(permissions(directory)).isEqualTo("rwx------");
    assertThat(files()).hasSize(2).allMatch(file -> permissions(file).equals("rw-------"));
  }

  @Test
  void aFileDoesNotShowItsKey() throws Exception {
    store().compareAndSet("jill", 0, "one");

    assertThat(tokenFile().getFileName().toString()).matches("[0-9a-f]{64}\\.token");
    assertThat(tokenFile()).content().matches("zoomkit-token-1 \\d+ 3\none");
  }

  @Test
  void aFileIsReadWhateverTheDigitsOfTheLocale() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      store().compareAndSet("jill", 0, "one");
    } finally {
      Locale.setDefault(before);
    }

    assertThat(store().load("jill").content()).isEqualTo("one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxr-x---", "rwx--x---", "rwx---r--"})
  void aDirectoryThatOthersMayUseIsRefused(String open) throws Exception {
    store().compareAndSet("jill", 0, "one");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(open));

    String message =
        "Others than its owner may use %s (%s), which holds tokens. Take their rights away with"
            + " \"chmod 700 %s\"; if that changes nothing, the file system keeps no permissions.";
    String expected = message.formatted(directory, open, directory);
    assertThatThrownBy(() -> store().load("jill")).hasMessage(expected);
    assertThatThrownBy(() -> store().compareAndSet("jill", 0, "x")).hasMessage(expected);
    assertThatThrownBy(() -> store().lock("jill", Duration.ZERO, LEASE)).hasMessage(expected);
  }

  @Test
  void aFileThatOthersMayReadIsRefused() throws Exception {
    store().compareAndSet("jill", 0, "one");
    Files.setPosixFilePermissions(tokenFile(), PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> store().load("jill"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(tokenFile() + " (rw-r-----)")
        .hasMessageContaining("\"chmod 600 " + tokenFile() + '"');
  }

  @Test
  void aFileSystemWithoutPermissionsIsRefused() throws Exception {
    URI archive = URI.create("jar:" + folder.resolve("x.zip").toUri());
    try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      assertThatThrownBy(() -> TokenStore.file(zip.getPath("/tokens")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "TokenStore needs a directory on a file system with POSIX permissions, so that nobody"
                  + " else reads the tokens; that of /tokens has none. JdbcTokenStore needs no"
                  + " files.");
    }
  }

  @Test
  void whatAKilledWriterLeftIsIgnoredAndRemoved() throws Exception {
    store().compareAndSet("jill", 0, "one");
    Path left = Path.of(tokenFile().toString().replace(".token", ".tmp"));
    Files.writeString(left, "zoomkit-tok");
    Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(store().load("jill").content()).isEqualTo("one");
    store().compareAndSet("jill", store().load("jill").version(), "two");
    assertThat(left).doesNotExist();
    assertThat(permissions(tokenFile())).isEqualTo("rw-------");

    Files.writeString(left, "zoomkit-tok");
    store().compareAndSet("jill", store().load("jill").version(), null);
    assertThat(files()).extracting(Path::getFileName).hasToString("[locks]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "secret",
        "zoomkit-token-1 7 6\nsecre",
        "zoomkit-token-1 7 6\nsecrets",
        "zoomkit-token-1 0 6\nsecret",
        "zoomkit-token-1 9999999999999999999 6\nsecret",
        "zoomkit-token-2 7 6\nsecret"
      })
  void aDamagedFileIsNamedAndNotShown(String written) throws Exception {
    store().compareAndSet("jill", 0, "one");
    Files.writeString(tokenFile(), written);

    assertThatThrownBy(() -> store().load("jill"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            tokenFile()
                + " is damaged, or is no file of a token store. Remove it; what it held, such as"
                + " the authorisation of a user, has to be got again.");
    assertThatThrownBy(() -> store().compareAndSet("jill", 7, "two"))
        .hasMessageContaining(" is damaged");
  }

  @Test
  void aReaderNeverSeesHalfAWriting() throws Exception {
    List<String> contents = List.of("a".repeat(100_000), "b".repeat(200_000));
    store().compareAndSet("jill", 0, contents.get(0));
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 1; i <= 30; i++) {
                writeAnyway(contents.get(i % 2));
              }
            });
    int read = 0;
    while (!writer.isDone()) {
      assertThat(contents).contains(store().load("jill").content());
      read++;
    }
    writer.get();

    assertThat(read).isPositive();
  }

  private void writeAnyway(String content) {
    try {
      assertThat(store().compareAndSet("jill", store().load("jill").version(), content)).isTrue();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void aDirectoryThatWasRemovedIsMadeAnew() throws Exception {
    store().compareAndSet("jill", 0, "one");
    try (Stream<Path> all = Files.walk(directory)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    }

    assertThat(store().load("jill")).isNull();
    assertThat(store().compareAndSet("jill", 0, "two")).isTrue();
    store().lock("jill", Duration.ZERO, LEASE).close();
  }

  private Path tokenFile() throws IOException {
    return files().stream()
        .filter(file -> file.toString().endsWith(".token"))
        .findFirst()
        .orElseThrow();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
