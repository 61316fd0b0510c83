package dev.zoomkit.transfer;

import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.status;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.RateLimitedException;
import dev.zoomkit.fixture.Enqueued;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

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
        .hasMessage("Upload.of needs a file to read; \"%s\" is none.", folder.resolve("none.png"));
    assertThatThrownBy(() -> Upload.of(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("Upload.of needs a file to read; \"%s\" is none.", folder);
  }

  @Test
  void fileThatVanishedBeforeTheCallIsNoFailureOfTheConnection() throws IOException {
    Path file = Files.writeString(folder.resolve("wall.jpg"), "pixels");
    Upload upload = Upload.of(file);
    Files.delete(file);

    assertThatThrownBy(() -> upload.part("file"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void fileThatVanishedBeforeItWasSentIsNoFailureOfTheConnection() throws Exception {
    Path file = Files.writeString(folder.resolve("wall.jpg"), "pixels");
    try (FakeZoom zoom = new FakeZoom()) {
      ZoomClient client = zoom.client().build();
      Call<Thing> call = upload(client, Upload.of(file));
      Files.delete(file);

      assertThatThrownBy(() -> client.execute(call))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(file.toString());
      assertThatThrownBy(() -> call.clone().execute())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(file.toString());
      assertThat(Enqueued.responseOf(call.clone()))
          .failsWithin(5, SECONDS)
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(UncheckedIOException.class)
          .withMessageContaining(file.toString());
      assertThat(zoom.calls).isEmpty();
    }
  }

  @Test
  void fileThatVanishedBetweenTwoAttemptsIsNoFailureOfTheConnection() throws Exception {
    Path file = Files.writeString(folder.resolve("wall.jpg"), "pixels");
    try (FakeZoom zoom = new FakeZoom().respond(status(429, ""), json("{}"))) {
      ZoomClient client = zoom.client().sleeper(wait -> file.toFile().delete()).build();

      assertThatThrownBy(() -> client.execute(upload(client, Upload.of(file))))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(file.toString());
      assertThat(zoom.calls).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pix", "pixels and more", ""})
  void fileThatChangesWhileItIsSentIsNamed(String changed) throws Exception {
    Path file = Files.writeString(folder.resolve("wall.jpg"), "pixels");
    try (FakeZoom zoom = new FakeZoom()) {
      ZoomClient client = zoom.client().build();
      Call<Thing> call = upload(client, Upload.of(file));
      Files.writeString(file, changed);

      assertThatThrownBy(() -> client.execute(call))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(file + ": changed while it was sent; it had 6 bytes before");
      assertThat(zoom.calls).isEmpty();
    }
  }

  @Test
  void fileOfTheCallersOwnBodyThatIsNotThereIsNoFailureOfTheConnection() {
    RequestBody body = RequestBody.create(folder.resolve("none").toFile(), null);
    try (FakeZoom zoom = new FakeZoom()) {
      ZoomClient client = zoom.client().build();

      assertThatThrownBy(
              () -> client.execute(client.api(ThingsApi.class).sendThing("sub", 1, body)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("none");
    }
  }

  @Test
  void fileInsideAnArchive() throws IOException {
    Path archive = folder.resolve("walls.zip");
    try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      Path file = Files.writeString(zip.getPath("/wall.png"), "pixels");
      Buffer sent = new Buffer();
      Upload.of(file).part("file").body().writeTo(sent);

      assertThat(sent.readUtf8()).isEqualTo("pixels");
    }
  }

  private static Call<Thing> upload(ZoomClient client, Upload file) {
    return client.api(ThingsApi.class).uploadPicture("sub", 1, file.part("file"));
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
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Upload.of needs a mediaType such as image/png; \"nonsense\" is none.");
    assertThatThrownBy(() -> Upload.of("a", "image/png", null))
        .hasMessage("Upload.of needs a content; it was null.");
  }

  private static Supplier<InputStream> streams(String content) {
    return () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void streamIsSentOnceAndNotAfterA429() throws Exception {
    try (FakeZoom zoom = new FakeZoom().respond(status(429, ""), json("{}"))) {
      ZoomClient client = zoom.client().build();
      Upload upload = Upload.of("a.png", "image/png", streams("pixels").get(), 6);

      assertThatThrownBy(() -> client.execute(upload(client, upload)))
          .isInstanceOf(RateLimitedException.class);
      assertThat(zoom.calls).hasSize(1);
      assertThat(zoom.calls.get(0).getBody().utf8()).contains("pixels");
      assertThatThrownBy(() -> client.execute(upload(client, upload)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("the stream of \"a.png\" was sent before");
    }
  }

  @Test
  void suppliedStreamIsSentAgainAndClosed() throws Exception {
    AtomicInteger closed = new AtomicInteger();
    List<TransferProgress> told = new ArrayList<>();
    try (FakeZoom zoom = new FakeZoom().respond(status(429, ""), json("{}"))) {
      ZoomClient client = zoom.client().build();

      client.execute(
          upload(
              client,
              Upload.of("a.png", "image/png", () -> counting(closed), 6).onProgress(told::add)));

      assertThat(zoom.calls)
          .hasSize(2)
          .allSatisfy(call -> assertThat(call.getBody().utf8()).contains("pixels"));
      assertThat(closed).hasValue(2);
      assertThat(told).extracting(TransferProgress::bytes).containsExactly(0L, 6L, 0L, 6L);
      assertThat(told).extracting(TransferProgress::total).containsOnly(6L);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 7})
  void streamOfAnotherSizeIsNamed(long size) {
    try (FakeZoom zoom = new FakeZoom()) {
      ZoomClient client = zoom.client().build();

      assertThatThrownBy(
              () ->
                  client.execute(
                      upload(client, Upload.of("a.png", "image/png", streams("pixels"), size))))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(
              "\"a.png\" has another size than the %d bytes it was announced with", size);
      assertThat(zoom.calls).isEmpty();
    }
  }

  @Test
  void negativeSizeIsRefused() {
    assertThatThrownBy(() -> Upload.of("a.png", "image/png", streams(""), -1))
        .hasMessage("Upload.of needs a size from 0; it was -1.");
  }

  @Test
  void listenerThatThrowsLeavesNoStreamOpen() {
    AtomicInteger closed = new AtomicInteger();
    IllegalStateException own = new IllegalStateException("mine");
    Upload upload =
        Upload.of("a.png", "image/png", () -> counting(closed), 6)
            .onProgress(
                progress -> {
                  throw own;
                });

    assertThatThrownBy(() -> upload.part("file").body().writeTo(new Buffer())).isSameAs(own);
    assertThat(closed).hasValue(1);
  }

  @Test
  void streamThatCannotBeClosedIsNoFailureOfTheConnection() {
    InputStream stubborn =
        new FilterInputStream(streams("pixels").get()) {
          @Override
          public void close() throws IOException {
            throw new IOException("stubborn");
          }
        };
    try (FakeZoom zoom = new FakeZoom().respond(json("{}"), json("{}"))) {
      ZoomClient client = zoom.client().build();

      assertThatThrownBy(
              () ->
                  client.execute(
                      upload(client, Upload.of("a.png", "image/png", () -> stubborn, 6))))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("stubborn");
    }
  }

  private static InputStream counting(AtomicInteger closed) {
    return new FilterInputStream(streams("pixels").get()) {
      @Override
      public void close() throws IOException {
        closed.incrementAndGet();
        super.close();
      }
    };
  }
}
