package dev.zoomkit.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.FileServer;
import dev.zoomkit.retry.RetryPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that reply as they should not, and sizes that are not those of the file. */
class WrongResponsesTest extends InFolder {

  private static final int SIZE = 300_000;
  private static final int SOME = 100_000;

  private final FileServer server = new FileServer(SIZE);

  @AfterEach
  void close() {
    server.close();
  }

  private void save(RetryPolicy policy, Consumer<SaveOptions.Builder> options) {
    try (ZoomClient zoom = server.client().retryPolicy(policy).build()) {
      zoom.download(server.link()).saveTo(file(), options);
    }
  }

  private void save() {
    save(RetryPolicy.standard(), save -> {});
  }

  private void leaveSome() {
    server.breakAt(SOME);
    assertThatThrownBy(() -> save(RetryPolicy.none(), save -> {}))
        .isInstanceOf(DownloadException.class);
    assertThat(part()).hasSize(SOME);
    server.requests.clear();
  }

  private void assertSaved() {
    assertThat(file()).hasBinaryContent(FileServer.content(0, SIZE));
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file()));
  }

  private static MockResponse.Builder of(int status, long from, int count) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type: video/mp4")
        .addHeader("ETag: \"v1\"")
        .addHeader("Connection: close")
        .body(new Buffer().write(FileServer.content(from, count)));
  }

  private static MockResponse partial(long from, int count, String range) {
    MockResponse.Builder response = of(206, from, count);
    return range.isEmpty() ? response.build() : response.addHeader("Content-Range", range).build();
  }

  /** One that ends with its connection. */
  private static MockResponse endless(int count) {
    return of(200, 0, count)
        .removeHeader("Content-Length")
        .onResponseEnd(new SocketEffect.CloseSocket())
        .build();
  }

  @Test
  void partIsNoWhole() {
    server.instead.add(partial(50, 100, "bytes 50-149/300000"));

    assertThatThrownBy(this::save)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("HTTP 206: a part of the file came, though the whole was asked for.");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "lines 100000-299999/300000",
        "bytes 99999-299999/300000",
        "bytes 0-199999/300000",
        "bytes 100000-299999/300001",
        "bytes 100000-299999/99999999999999999999"
      })
  void rangeThatLiesBeginsAnew(String range) {
    leaveSome();
    server.instead.add(partial(7, SIZE - SOME, range));

    save();

    assertSaved();
    assertThat(server.ranges()).containsExactly("bytes=100000-", "all");
  }

  @Test
  void rangeWithoutATotalBeginsAnewWhereNobodyKnowsTheSize() {
    server.withoutSize();
    leaveSome();
    server.instead.add(partial(SOME, 5, "bytes 100000-100004/*"));

    save();

    assertSaved();
    assertThat(server.ranges()).containsExactly("bytes=100000-", "all");
  }

  @Test
  void rangeInPiecesIsAskedForPieceByPiece() {
    leaveSome();
    server.instead.add(partial(SOME, 5, "bytes 100000-100004/300000"));
    server.instead.add(partial(SOME + 5, 5, "bytes 100005-100009/300000"));

    save();

    assertSaved();
    assertThat(server.ranges()).containsExactly("bytes=100000-", "bytes=100005-", "bytes=100010-");
  }

  @Test
  void totalOfARangeIsTheSizeOfAFileThatBeganWithoutOne() {
    server.withoutSize();
    leaveSome();
    server.instead.add(partial(SOME, 5, "bytes 100000-100004/300000"));

    save();

    assertSaved();
    assertThat(server.ranges()).containsExactly("bytes=100000-", "bytes=100005-");
  }

  @Test
  void sizeOfTheCallerHoldsForAPartThatBeganWithoutOne() {
    server.withoutSize();
    leaveSome();

    assertThatThrownBy(() -> save(RetryPolicy.standard(), save -> save.size(SIZE + 5L)))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("the file has 300000 bytes and should have 300005.");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, SOME - 1})
  void partThatIsLongerThanTheCallersSizeBeginsAnew(long size) {
    server.withoutSize();
    leaveSome();

    assertThatThrownBy(() -> save(RetryPolicy.standard(), save -> save.size(size)))
        .hasMessageContaining("the file has 300000 bytes and should have %d.", size);
    assertThat(server.ranges()).containsExactly("all");
  }

  @Test
  void sizeThatIsRightGoesOn() {
    server.withoutSize();
    leaveSome();

    save(RetryPolicy.standard(), save -> save.size((long) SIZE));

    assertSaved();
    assertThat(server.ranges()).containsExactly("bytes=100000-");
  }

  @Test
  void fileThatIsSmallerThanTheCallersSizeIsNoneThatBrokeOff() {
    server.withoutSize();

    assertThatThrownBy(() -> save(RetryPolicy.standard(), save -> save.size(SIZE + 5L)))
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("the file has 300000 bytes and should have 300005.");
    assertThat(server.requests).hasSize(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void fileThatEndsWithItsConnectionMayHaveBrokenOff() {
    server.instead.add(endless(SOME));

    save(RetryPolicy.standard(), save -> save.size((long) SIZE));

    assertSaved();
    assertThat(server.ranges()).containsExactly("all", "bytes=100000-");
  }

  @Test
  void emptyFileIsAFile() {
    server.instead.add(of(200, 0, 0).build());

    save(RetryPolicy.standard(), save -> save.size(0L));

    assertThat(file()).isEmptyFile();
  }

  @Test
  void tagThatNoRequestCanCarryIsNone() {
    server.instead.add(
        of(200, 0, SOME)
            .removeHeader("ETag")
            .addHeaderLenient("ETag", "\"v\u00e91\"")
            .setHeader("Content-Length", SIZE)
            .onResponseEnd(new SocketEffect.CloseSocket())
            .build());

    save();

    assertSaved();
    assertThat(server.ranges()).containsExactly("all", "bytes=100000-");
    assertThat(server.requests.get(1).getHeaders().get("If-Range")).isNull();
  }

  @Test
  void storageThatHasNothingBehindTheEndBeginsAnew() throws IOException {
    server.withoutSize();
    leaveSome();
    Files.write(part(), FileServer.content(0, SIZE));
    try (FakeZoom storage = new FakeZoom()) {
      storage.respond(FakeZoom.status(416, "<Error/>", "Content-Type", "application/xml"));
      server.instead.add(
          FakeZoom.status(302, "", "Location", storage.endpoint().resolve("/bucket").toString()));

      save();

      assertThat(storage.calls.get(0).getHeaders().get("Range")).isEqualTo("bytes=300000-");
      assertThat(storage.calls.get(0).getHeaders().get("Authorization")).isNull();
    }

    assertSaved();
    assertThat(server.ranges()).containsExactly("bytes=300000-", "all");
  }

  private static MockResponse packed(int status, String coding) throws IOException {
    Buffer packed = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(packed))) {
      sink.write(FileServer.content(0, SIZE));
    }
    return of(status, 0, 0)
        .body(packed)
        .addHeader("Content-Encoding", coding)
        .addHeader("Content-Range", "bytes 100000-299999/300000")
        .build();
  }

  @Test
  void packedFileIsUnpacked() throws IOException {
    server.instead.add(packed(200, "GZIP"));

    save(RetryPolicy.standard(), save -> save.size((long) SIZE));

    assertSaved();
  }

  @Test
  void partOfAPackedFileIsNoPartOfTheFile() throws IOException {
    leaveSome();
    server.instead.add(packed(206, "gzip"));

    save();

    assertSaved();
    assertThat(server.ranges()).containsExactly("bytes=100000-", "all");
  }

  @Test
  void fileThatNobodyCanUnpackIsNotSaved() throws IOException {
    server.instead.add(packed(200, "br"));

    assertThatThrownBy(this::save)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining("the file came packed (Content-Encoding: br)");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void codingThatIsNoneIsNone() throws IOException {
    server.instead.add(of(200, 0, SIZE).addHeader("Content-Encoding", "identity").build());

    save();

    assertSaved();
  }
}
