package dev.zoomkit.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.zoomkit.Cancellation;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.fixture.EndlessWait;
import dev.zoomkit.fixture.FileServer;
import dev.zoomkit.internal.http.Breaks;
import dev.zoomkit.internal.http.FileResponse;
import dev.zoomkit.retry.RetryPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Headers;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Downloads that end before their file does, and what they leave behind. */
@Timeout(30)
class GivenUpTest extends InFolder {

  private static final int SIZE = 300_000;

  private final AtomicInteger open = new AtomicInteger();

  /** Of a content in memory, which notices no interrupt, and counts what is not closed. */
  private final class Counted extends LinkedSource {
    @Override
    public FileResponse open(long from, @Nullable String validator) {
      open.incrementAndGet();
      ForwardingSource content =
          new ForwardingSource(new Buffer().writeUtf8("content".substring((int) from))) {
            @Override
            public void close() throws IOException {
              open.decrementAndGet();
              super.close();
            }
          };
      String range = "bytes %d-6/7".formatted(from);
      return new FileResponse(
          from == 0 ? 200 : 206,
          Headers.of("ETag", "\"v1\"", "Content-Range", range),
          ResponseBody.create(Okio.buffer(content), null, 7 - from),
          true);
    }

    @Override
    public Breaks breaks() {
      return failure -> false;
    }
  }

  private void leaveSome() throws IOException {
    try (PartFile left = PartFile.of(file())) {
      left.begin(new ContentMark("0", "\"v1\"", 7L));
      left.write("cont".getBytes(), 4);
    }
  }

  @Test
  void listenerThatThrowsLeavesNoResponseOpen() {
    IllegalStateException own = new IllegalStateException("mine");

    assertThatThrownBy(
            () ->
                new Download(new Counted())
                    .saveTo(
                        file(),
                        save ->
                            save.onProgress(
                                progress -> {
                                  throw own;
                                })))
        .isSameAs(own);
    assertThat(open).hasValue(0);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void markThatCannotBeWrittenLeavesNoResponseOpen() throws IOException {
    Files.createDirectories(mark().resolve("in the way"));

    assertThatThrownBy(() -> new Download(new Counted()).saveTo(file()))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(open).hasValue(0);
  }

  @Test
  void interruptWhileAFileIsWrittenIsNoFailureOfTheDisk() {
    Download download = new Download(new Counted());

    assertThatThrownBy(
            () ->
                download.saveTo(
                    file(), save -> save.onProgress(so -> Thread.currentThread().interrupt())))
        .isInstanceOf(CallInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(open).hasValue(0);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void interruptWhileAFileIsWrittenKeepsWhatHasCome() throws IOException {
    leaveSome();

    assertThatThrownBy(
            () ->
                new Download(new Counted())
                    .saveTo(
                        file(), save -> save.onProgress(so -> Thread.currentThread().interrupt())))
        .isInstanceOf(CallInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(part()).hasContent("cont");
    assertThat(new Download(new Counted()).saveTo(file())).hasContent("content");
  }

  @Test
  void cancellationEndsTheWaitAndKeepsWhatHasCome() throws Exception {
    Cancellation cancellation = new Cancellation();
    EndlessWait wait = new EndlessWait();
    try (FileServer server = new FileServer(SIZE).breakAt(100_000);
        ZoomClient zoom = server.client().sleeper(wait).build()) {
      ZoomClient cancelled = zoom.with(options -> options.cancelledBy(cancellation));
      CompletableFuture<Throwable> ended = new CompletableFuture<>();
      new Thread(
              () -> {
                Throwable thrown =
                    catchThrowable(() -> cancelled.download(server.link()).saveTo(file()));
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                ended.complete(thrown);
              })
          .start();
      wait.awaitBegin();
      cancellation.cancel();

      assertThat(ended.get()).isInstanceOf(CallInterruptedException.class);
      assertThat(part()).hasSize(100_000);
      assertThat(server.requests).hasSize(1);
    }
  }

  @Test
  void cancelledDownloadIsNoneThatBrokeOff() {
    Cancellation cancellation = new Cancellation();
    try (FileServer server = new FileServer(SIZE);
        ZoomClient zoom = server.client().retryPolicy(RetryPolicy.none()).build()) {
      ZoomClient cancelled = zoom.with(options -> options.cancelledBy(cancellation));

      assertThatThrownBy(
              () ->
                  cancelled
                      .download(server.link())
                      .saveTo(file(), save -> save.onProgress(progress -> cancellation.cancel())))
          .isInstanceOf(CallInterruptedException.class);
      assertThat(cancellation).hasToString("Cancellation[cancelled]");
    }
  }
}
