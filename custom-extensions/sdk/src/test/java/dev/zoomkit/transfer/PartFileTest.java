package dev.zoomkit.transfer;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may lie where a file is to go, and who else may be at it. */
class PartFileTest extends InFolder {

  private static void save(Path file, boolean overwrite) {
    DownloadTest.named("attachment")
        .saveTo(
            file,
            save -> {
              if (overwrite) {
                save.overwrite();
              }
            });
  }

  private Path strangers() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    return Files.writeString(other.resolve("precious"), "old");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "語", "😀"})
  void nameMayBeAsLongAsTheFileSystemHasIt(String letter) {
    int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
    Path file = folder.resolve("a".repeat(255 % bytes) + letter.repeat(255 / bytes));

    save(file, false);

    assertThat(file).hasContent("content");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void longNamesThatDifferAtTheirEndsHavePartsOfTheirOwn() throws IOException {
    try (PartFile one = PartFile.of(folder.resolve("x".repeat(250) + "1"));
        PartFile other = PartFile.of(folder.resolve("x".repeat(250) + "2"))) {
      assertThat(one.path()).isNotEqualTo(other.path());
    }
  }

  @Test
  void markThatIsNoTextIsNoMark() throws IOException {
    Files.writeString(part(), "cont");
    Files.write(mark(), new byte[] {(byte) 0xff, '\n', '\n', '\n'});

    save(file(), false);

    assertThat(file()).hasContent("content");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file()));
  }

  @Test
  void markOfAnythingElseIsNotReadToItsEnd() throws IOException {
    try (FileChannel large = FileChannel.open(mark(), CREATE_NEW, WRITE)) {
      large.write(ByteBuffer.allocate(1), Integer.MAX_VALUE);
    }

    try (PartFile opened = PartFile.of(file())) {
      assertThat(opened.mark()).isNull();
    }
  }

  @Test
  void linkInPlaceOfThePartIsNotFollowed() throws IOException {
    Path precious = strangers();
    Files.createSymbolicLink(part(), precious);

    assertThatThrownBy(() -> save(file(), false))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "Download.saveTo could not write \"%s\": %s: is no ordinary file.", file(), part());
    assertThat(precious).hasContent("old");
  }

  @Test
  void linkInPlaceOfTheMarkIsNotFollowed() throws IOException {
    Path precious = strangers();
    Files.createSymbolicLink(mark(), precious);

    save(file(), false);

    assertThat(precious).hasContent("old");
    assertThat(file()).hasContent("content");
    assertThat(mark()).doesNotExist();
  }

  @Test
  void linkThatLeadsNowhereIsAFileThatExists() throws IOException {
    Files.createSymbolicLink(file(), folder.resolve("gone"));

    assertThatThrownBy(() -> save(file(), false)).hasMessageContaining("exists already");
    assertThat(file()).isSymbolicLink();
  }

  @Test
  void linkIsReplacedAndNotFollowed() throws IOException {
    Path precious = strangers();
    Files.createSymbolicLink(file(), precious);

    save(file(), true);

    assertThat(precious).hasContent("old");
    assertThat(file()).isRegularFile().hasContent("content");
    assertThat(Files.isSymbolicLink(file())).isFalse();
  }

  @Test
  void folderThatMayNotBeWrittenIsNamedWithTheReason() {
    assumeThat(folder.toFile().setWritable(false)).isTrue();
    try {
      assumeThat(Files.isWritable(folder)).as("an administrator may write anywhere").isFalse();

      assertThatThrownBy(() -> save(file(), false))
          .hasMessage(
              "Download.saveTo could not write \"%s\": access to \"%s\" is denied.",
              file(), part());
    } finally {
      folder.toFile().setWritable(true);
    }
  }

  @Test
  void partThatSomebodyTookAwayIsNamed() {
    assertThatThrownBy(
            () ->
                DownloadTest.named("attachment")
                    .saveTo(file(), save -> save.onProgress(progress -> part().toFile().delete())))
        .hasMessage("Download.saveTo could not write \"%s\": \"%s\" is gone.", file(), part());
    assertThat(file()).doesNotExist();
  }

  @Test
  void downloadThatIsRefusedHereLetsNoOtherProcessIn() throws Exception {
    try (PartFile first = PartFile.of(file())) {
      Path same = Files.createDirectory(folder.resolve("other")).resolve("video.mp4");
      Files.createLink(same.resolveSibling(".video.mp4.part"), first.path());
      for (Path refused : List.of(file(), same)) {
        assertThatThrownBy(() -> PartFile.of(refused)).hasMessageContaining("another download");
      }

      assertThat(PartProcess.start(file(), 1)).isEqualTo("another download writes it");
    }
    assertThat(PartProcess.start(file(), 1)).isEqualTo("whole");
  }

  @Test
  void twoProcessesNeverWriteWhatIsInItsPlaceAlready() throws Exception {
    Process other = PartProcess.of(file(), PartProcess.ROUNDS);

    assertThat(PartProcess.saved(file(), PartProcess.ROUNDS)).isEqualTo("whole");
    assertThat(PartProcess.line(other)).isEqualTo("whole");
  }
}
