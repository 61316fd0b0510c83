package dev.zoomkit.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.internal.http.Breaks;
import dev.zoomkit.internal.http.FileResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadTest {

  @TempDir Path folder;

  static Download named(String disposition) {
    return of(
        new FileResponse(
            200,
            new Headers.Builder().addUnsafeNonAscii("Content-Disposition", disposition).build(),
            ResponseBody.create("content", MediaType.get("application/pdf")),
            true));
  }

  /** One that cannot be asked for again. */
  private static Download of(FileResponse response) {
    return new Download(new NoSource(), response);
  }

  private static final class NoSource extends LinkedSource {
    @Override
    public FileResponse open(long from, @Nullable String validator) {
      throw new IllegalStateException("asked for again");
    }

    @Override
    public Breaks breaks() {
      return failure -> false;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attachment; filename=\"in voice.pdf\"            | in voice.pdf",
        "attachment; filename=invoice.pdf; size=3          | invoice.pdf",
        "attachment; filename=\"a.pdf\"; filename*=UTF-8''R%C3%A9gl+1.pdf | Régl+1.pdf",
        "attachment; filename=\"../../etc/passwd\"         | passwd",
        "attachment; filename=\"C:\\x\\y.pdf\"             | y.pdf",
        "attachment; filename=\"..\"                       | ",
        "attachment                                        | ",
      })
  void fileNameIsNeverAFolder(String disposition, String name) {
    assertThat(named(disposition).fileName()).isEqualTo(name);
  }

  @Test
  void nameThatIsNotWellFormedIsNoFailure() {
    assertThat(named("attachment; filename*=UTF-8''100%.mp4"))
        .hasToString("Download[100%.mp4, application/pdf; charset=utf-8, 7 bytes]");
  }

  @Test
  void savesToANewFile() {
    Path file = folder.resolve("invoice.pdf");

    assertThat(named("attachment").saveTo(file)).isEqualTo(file).hasContent("content");
  }

  @Test
  void existingFileIsKept() throws IOException {
    Path file = Files.writeString(folder.resolve("invoice.pdf"), "old");

    assertThatThrownBy(() -> named("attachment").saveTo(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Download.saveTo writes new files only; \"%s\" exists already.", file)
        .hasCauseInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("old");
  }

  @Test
  void aFolderAsTargetIsRefused() {
    assertThatThrownBy(() -> named("attachment").saveTo(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "Download.saveTo needs a file to write; \"%s\" is a folder. Name a file in it.",
            folder);
  }

  @Test
  void aFolderThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> named("attachment").saveTo(folder.resolve("none/invoice.pdf")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "Download.saveTo needs a folder that exists; there is no \"%s\".",
            folder.resolve("none"));
  }

  @Test
  void contentIsThereOnce() throws IOException {
    Download saved = named("attachment");
    saved.saveTo(folder.resolve("invoice.pdf"));
    Download read = named("attachment");
    read.stream().read();
    Download closed = named("attachment");
    closed.close();

    for (Download download : List.of(saved, read, closed)) {
      assertThatThrownBy(() -> download.saveTo(folder.resolve("again.pdf")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "Download.saveTo: the content was saved, read or closed before. Download it again.");
      assertThatThrownBy(download::stream)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "Download.stream: the content was saved, read or closed before. Download it again.");
    }
    assertThat(folder.resolve("again.pdf")).doesNotExist();
  }

  @Test
  void contentThatBreaksOffLeavesNoFile() {
    BufferedSource broken =
        Okio.buffer(
            new ForwardingSource(new Buffer().writeUtf8("part")) {
              @Override
              public long read(Buffer sink, long byteCount) throws IOException {
                if (super.read(sink, byteCount) == -1) {
                  throw new IOException("broke off");
                }
                return 4;
              }
            });
    Download download =
        of(new FileResponse(200, Headers.of(), ResponseBody.create(broken, null, -1), true));
    Path file = folder.resolve("invoice.pdf");

    assertThat(download.size()).isNull();
    assertThat(download.mediaType()).isNull();
    assertThatThrownBy(() -> download.saveTo(file)).hasRootCauseMessage("broke off");
    assertThat(folder).isEmptyDirectory();
  }
}
