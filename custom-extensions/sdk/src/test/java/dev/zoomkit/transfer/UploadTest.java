package dev.zoomkit.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {

  @TempDir Path folder;

  @Test
  void fileOfTheFileSystem() throws IOException {
    Path file = Files.writeString(folder.resolve("wall.jpg"), "pixels");
    Upload upload = Upload.of(file);

    assertThat(upload.fileName()).isEqualTo("wall.jpg");
    assertThat(upload.mediaType()).isEqualTo("image/jpeg");
    assertThat(upload.part("file").body().isOneShot()).isFalse();
    Buffer sent = new Buffer();
    upload.part("file").body().writeTo(sent);
    assertThat(sent.readUtf8()).isEqualTo("pixels");
  }

  @Test
  void unknownNameIsAStreamOfBytes() throws IOException {
    assertThat(Upload.of(Files.createFile(folder.resolve("wall"))).mediaType())
        .isEqualTo("application/octet-stream");
  }

  @Test
  void missingFileIsRefusedAtOnce() {
    assertThatThrownBy(() -> Upload.of(folder.resolve("none.png")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.png");
    assertThatThrownBy(() -> Upload.of(folder)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void bytesAreCopied() throws IOException {
    byte[] content = {1, 2};
    Upload upload = Upload.of("a.png", "image/png", content);
    content[0] = 9;

    Buffer sent = new Buffer();
    upload.part("file").body().writeTo(sent);
    assertThat(sent.readByteArray()).containsExactly(1, 2);
    assertThat(upload).hasToString("Upload[a.png, image/png]");
  }

  @Test
  void badArgumentsAreRefusedByName() {
    assertThatThrownBy(() -> Upload.of(null)).hasMessage("Upload.of needs a file; it was null.");
    assertThatThrownBy(() -> Upload.of(" ", "image/png", new byte[0]))
        .hasMessage("Upload.of needs a fileName; it was blank.");
    assertThatThrownBy(() -> Upload.of("a", "nonsense", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Upload.of("a", "image/png", null))
        .hasMessage("Upload.of needs a content; it was null.");
  }
}
