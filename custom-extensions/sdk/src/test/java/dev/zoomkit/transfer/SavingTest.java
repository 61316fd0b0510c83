package dev.zoomkit.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.fixture.FileServer;
import dev.zoomkit.retry.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that break off. With {@code -Dzoomkit.soak=true} one of 2 GB, else of 20 MB. */
class SavingTest extends InFolder {

  private static final boolean SOAK = Boolean.getBoolean("zoomkit.soak");
  private static final long LONG = SOAK ? 2_000_000_000L : 20_000_000L;
  private static final int SHORT = 300_000;

  private void save(FileServer server, RetryPolicy policy, Consumer<SaveOptions.Builder> options) {
    try (ZoomClient zoom = server.client().retryPolicy(policy).build()) {
      zoom.download(server.link()).saveTo(file(), options);
    }
  }

  private void save(FileServer server) {
    save(server, RetryPolicy.standard(), save -> {});
  }

  /** Leaves a part behind, as a process that was killed does. */
  private void saveSome(FileServer server, long bytes) {
    server.breakAt(bytes);
    assertThatThrownBy(() -> save(server, RetryPolicy.none(), save -> {}))
        .isInstanceOf(DownloadException.class);
    assertThat(part()).hasSize(bytes);
    assertThat(file()).doesNotExist();
    server.requests.clear();
    server.sent.set(0);
  }

  private void assertSaved() {
    assertThat(file()).hasBinaryContent(FileServer.content(0, SHORT));
    assertNothingElse();
  }

  private void assertNothingElse() {
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file()));
  }

  private static String sha256(InputStream content) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream read = new DigestInputStream(content, digest)) {
      read.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void fileThatBreaksFiveTimesIsWholeAndNoByteWentTwice() throws Exception {
    long step = LONG / 6;
    try (FileServer server = new FileServer(LONG)) {
      server.breakAt(step, 2 * step + 1, 3 * step + 2, 4 * step + 3, LONG - 1);

      save(server);

      assertThat(file()).hasSize(LONG);
      assertThat(sha256(Files.newInputStream(file()))).isEqualTo(sha256(new Generated(LONG)));
      assertThat(server.sent).hasValue(LONG);
      assertThat(server.ranges())
          .containsExactly(
              "all",
              "bytes=" + step + "-",
              "bytes=" + (2 * step + 1) + "-",
              "bytes=" + (3 * step + 2) + "-",
              "bytes=" + (4 * step + 3) + "-",
              "bytes=" + (LONG - 1) + "-");
      assertThat(server.sleeps).hasSize(5).containsOnly(Duration.ofMillis(500));
      assertNothingElse();
    }
  }

  /** The content of a file server, piece by piece. */
  private static final class Generated extends InputStream {
    private final long size;
    private long at;

    Generated(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = (int) Math.min(length, size - at);
      System.arraycopy(FileServer.content(at, count), 0, into, offset, count);
      at += count;
      return count == 0 ? -1 : count;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETag: \"v1\"", "Last-Modified: Mon, 08 Mar 2027 09:00:00 GMT", ""})
  void nextRunGoesOnWhereOneEnded(String validator) {
    try (FileServer server = new FileServer(SHORT).validator(validator)) {
      saveSome(server, 100_000);

      save(server);

      assertSaved();
      assertThat(server.ranges()).containsExactly("bytes=100000-");
      assertThat(server.requests.get(0).getHeaders().get("If-Range"))
          .isEqualTo(validator.isEmpty() ? null : validator.replaceFirst(".*?: ", ""));
      assertThat(server.sent).hasValue(SHORT - 100_000);
    }
  }

  @Test
  void otherContentBeginsAnew() {
    try (FileServer server = new FileServer(SHORT)) {
      saveSome(server, 100_000);
      server.validator("ETag: \"v2\"");

      save(server);

      assertSaved();
      assertThat(server.ranges()).containsExactly("bytes=100000-");
      assertThat(server.sent).hasValue(SHORT);
    }
  }

  @Test
  void otherContentBeginsAnewAlsoWhereTheServerIgnoresTheCondition() {
    try (FileServer server = new FileServer(SHORT).withoutConditions()) {
      saveSome(server, 100_000);
      server.validator("ETag: \"v2\"");

      save(server);

      assertSaved();
      assertThat(server.ranges()).containsExactly("bytes=100000-", "all");
    }
  }

  @Test
  void contentOfAnotherSizeBeginsAnewWhereNothingElseTells() throws IOException {
    try (FileServer old = new FileServer(SHORT + 1).validator("");
        FileServer server = new FileServer(SHORT).validator("")) {
      saveSome(old, 100_000);
      Path mark = folder.resolve(".video.mp4.part.mark");
      Files.writeString(
          mark,
          Files.readString(mark)
              .replaceFirst("\\w+", ByteString.encodeUtf8(server.link()).sha256().hex()));

      save(server);

      assertSaved();
      assertThat(server.ranges()).containsExactly("bytes=100000-", "all");
    }
  }

  @Test
  void partOfAnotherLinkIsNoBeginning() {
    try (FileServer server = new FileServer(SHORT).validator("")) {
      saveSome(server, 100_000);
      try (ZoomClient zoom = server.client().build()) {
        zoom.download(server.link("/rec/download/other")).saveTo(file());
      }

      assertSaved();
      assertThat(server.ranges()).containsExactly("all");
    }
  }

  @Test
  void partWithoutAWholeMarkIsNoBeginning() throws IOException {
    try (FileServer server = new FileServer(SHORT)) {
      saveSome(server, 100_000);
      Files.writeString(folder.resolve(".video.mp4.part.mark"), "cut off");

      save(server);

      assertSaved();
      assertThat(server.ranges()).containsExactly("all");
    }
  }

  @Test
  void wholePartThatWasNotPutInPlaceCostsOneByte() throws IOException {
    try (FileServer server = new FileServer(SHORT)) {
      saveSome(server, 100_000);
      Files.write(part(), FileServer.content(0, SHORT));

      save(server);

      assertSaved();
      assertThat(server.ranges()).containsExactly("bytes=" + (SHORT - 1) + "-");
    }
  }

  @Test
  void partThatIsLongerThanTheFileBeginsAnew() throws IOException {
    try (FileServer server = new FileServer(SHORT)) {
      saveSome(server, 100_000);
      Files.write(part(), new byte[SHORT + 5]);

      save(server);

      assertSaved();
      assertThat(server.ranges()).containsExactly("all");
    }
  }

  @Test
  void rangeBehindTheEndBeginsAnew() throws IOException {
    try (FileServer server = new FileServer(SHORT).withoutSize()) {
      saveSome(server, 100_000);
      Files.write(part(), new byte[SHORT]);

      save(server);

      assertSaved();
      assertThat(server.ranges()).containsExactly("bytes=" + SHORT + "-", "all");
    }
  }

  @Test
  void serverThatIgnoresRangesBeginsAnew() {
    try (FileServer server = new FileServer(SHORT).withoutRanges().breakAt(200_000, 100_000)) {
      save(server);

      assertSaved();
      assertThat(server.ranges()).containsExactly("all", "bytes=200000-", "bytes=100000-");
    }
  }

  @Test
  void serverThatAlwaysBreaksAtOnePlaceIsGivenUp() {
    try (FileServer server = new FileServer(SHORT).withoutRanges()) {
      server.breakAt(9, 9, 9, 9, 9, 9, 9, 9);

      assertThatThrownBy(() -> save(server))
          .isInstanceOf(DownloadException.class)
          .hasMessage(
              "download: the file broke off after 9 of 300000 bytes, and no attempt is left:"
                  + " unexpected end of stream. They are kept in \"%s\"; save it to the same place"
                  + " again to go on there. [GET /rec/download/Qg75t7xZ]",
              part());
      assertThat(server.requests).hasSize(4);
      assertThat(server.sleeps)
          .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
  }

  @Test
  void nothingIsKeptOfWhatNothingTellsAbout() {
    try (FileServer server = new FileServer(SHORT).validator("").withoutSize()) {
      server.breakAt(9);

      assertThatThrownBy(() -> save(server, RetryPolicy.none(), save -> {}))
          .hasMessageContaining("after 9 of unknown bytes")
          .hasMessageContaining("Nothing was kept");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void fileOfAnotherSizeThanTheCallerKnowsIsNotSaved() {
    try (FileServer server = new FileServer(SHORT)) {
      assertThatThrownBy(() -> save(server, RetryPolicy.standard(), save -> save.size(SHORT + 1L)))
          .isInstanceOf(DownloadException.class)
          .hasMessageContaining("the file has 300000 bytes and should have 300001.");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void fileThatIsLongerThanTheCallerKnowsIsNotSaved() {
    try (FileServer server = new FileServer(SHORT).withoutSize()) {
      assertThatThrownBy(() -> save(server, RetryPolicy.standard(), save -> save.size(5L)))
          .hasMessageContaining("the file has 300000 bytes and should have 5.");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void progressCountsWhatIsThere() {
    List<TransferProgress> told = new ArrayList<>();
    try (FileServer server = new FileServer(SHORT)) {
      saveSome(server, 100_000);

      save(server, RetryPolicy.standard(), save -> save.onProgress(told::add));
    }

    assertThat(told).first().isEqualTo(new TransferProgress(100_000, (long) SHORT));
    assertThat(told).last().isEqualTo(new TransferProgress(SHORT, (long) SHORT));
    assertThat(told).extracting(TransferProgress::bytes).isSorted();
  }

  @Test
  void fileIsReplacedOnlyWhenAskedFor() throws IOException {
    Files.writeString(file(), "old");
    try (FileServer server = new FileServer(SHORT)) {
      assertThatThrownBy(() -> save(server))
          .hasMessage("Download.saveTo writes new files only; \"%s\" exists already.", file());
      assertThat(server.requests).isEmpty();

      save(server, RetryPolicy.standard(), save -> save.overwrite());

      assertSaved();
    }
  }

  @Test
  void fileThatCameInBetweenIsKept() {
    try (FileServer server = new FileServer(SHORT)) {
      Consumer<TransferProgress> somebodyElse = progress -> write("old");

      assertThatThrownBy(
              () -> save(server, RetryPolicy.standard(), save -> save.onProgress(somebodyElse)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("exists already");
      assertThat(file()).hasContent("old");
    }
  }

  private void write(String text) {
    try {
      Files.writeString(file(), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void twoDownloadsToOnePlaceDoNotMix() {
    try (FileServer server = new FileServer(SHORT)) {
      Consumer<TransferProgress> second =
          progress ->
              assertThatThrownBy(() -> save(server))
                  .isInstanceOf(UncheckedIOException.class)
                  .hasMessageContaining("another download writes it");

      save(server, RetryPolicy.standard(), save -> save.onProgress(second));

      assertSaved();
    }
  }

  @Test
  void interruptEndsTheWaitAndKeepsWhatHasCome() {
    try (FileServer server = new FileServer(SHORT).breakAt(100_000);
        ZoomClient zoom =
            server
                .client()
                .sleeper(
                    wait -> {
                      throw new InterruptedException();
                    })
                .build()) {
      assertThatThrownBy(() -> zoom.download(server.link()).saveTo(file()))
          .isInstanceOf(CallInterruptedException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(part()).hasSize(100_000);
    }
  }

  @Test
  void fileOfAnOperationGoesOnAsWell() {
    try (FileServer server = new FileServer(SHORT).breakAt(100_000);
        ZoomClient zoom = server.client().build();
        Download download = zoom.ownAccount().billing().downloadInvoiceReport("i1", true)) {
      download.saveTo(file());

      assertSaved();
      assertThat(server.ranges()).containsExactly("all", "bytes=100000-");
    }
  }

  @Test
  void headersThatWereAskedForAreNotAskedForTwice() {
    try (FileServer server = new FileServer(SHORT);
        ZoomClient zoom = server.client().build();
        Download download = zoom.download(server.link())) {
      assertThat(download).hasToString("Download[not asked for yet]");
      assertThat(server.requests).isEmpty();

      assertThat(download.size()).isEqualTo(SHORT);
      assertThat(download.mediaType()).isEqualTo("video/mp4");
      download.saveTo(file());

      assertSaved();
      assertThat(server.requests).hasSize(1);
    }
  }

  @Test
  void partGoesOnAlsoWhereTheHeadersWereReadBefore() {
    try (FileServer server = new FileServer(SHORT)) {
      saveSome(server, 100_000);
      try (ZoomClient zoom = server.client().build();
          Download download = zoom.download(server.link())) {
        assertThat(download.size()).isEqualTo(SHORT);

        download.saveTo(file());
      }

      assertSaved();
      assertThat(server.ranges()).containsExactly("all", "bytes=100000-");
    }
  }
}
