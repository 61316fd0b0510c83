package dev.zoomkit.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.CallInterruptedException;
import dev.zoomkit.fixture.EndlessWait;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.FileServer;
import dev.zoomkit.model.MeetingRecordings;
import dev.zoomkit.model.ParticipantAudioFile;
import dev.zoomkit.model.RecordingFile;
import dev.zoomkit.model.RecordingType;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.transfer.DownloadResult.Outcome;
import dev.zoomkit.value.FileLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloadsTest {

  private static final int SIZE = 100_000;

  @TempDir Path folder;

  private final FileServer server = new FileServer(SIZE);
  private final ZoomClient zoom = server.client().retryPolicy(RetryPolicy.none()).build();

  @AfterEach
  void close() {
    zoom.close();
    server.close();
  }

  private FileLink file(String type, @Nullable Long size) {
    return new FileLink(server.link(), null, null, type, "MP4", size, null);
  }

  private static List<Outcome> outcomes(List<DownloadResult> results) {
    return results.stream().map(DownloadResult::outcome).toList();
  }

  @Test
  void allFilesOfARecordingAreSaved() {
    OffsetDateTime start = OffsetDateTime.parse("2027-03-08T09:00:00Z");
    MeetingRecordings recording =
        MeetingRecordings.builder()
            .id(98520143677L)
            .startTime(start)
            .recordingFiles(
                List.of(
                    RecordingFile.builder()
                        .recordingType(RecordingType.AUDIO_ONLY)
                        .recordingStart(start.plusMinutes(1))
                        .fileSize((long) SIZE)
                        .downloadUrl(server.link())
                        .build()))
            .participantAudioFiles(
                List.of(
                    ParticipantAudioFile.builder()
                        .fileName("Jill.m4a")
                        .downloadUrl(server.link())
                        .build()))
            .build();

    List<DownloadResult> results = zoom.downloads().save(recording, folder.resolve("new/folder"));

    assertThat(outcomes(results)).containsExactly(Outcome.SAVED, Outcome.SAVED);
    assertThat(results)
        .extracting(result -> result.orThrow().getFileName().toString())
        .containsExactly(
            "2027-03-08T090100Z_98520143677_audio_only", "2027-03-08T090000Z_98520143677_Jill.m4a");
    assertThat(results.get(0).path()).hasBinaryContent(FileServer.content(0, SIZE));
  }

  @Test
  void secondRunSkipsWhatIsWholeAndFetchesTheRest() throws IOException {
    List<FileLink> files = List.of(file("a", (long) SIZE), file("b", null), file("c", null));
    zoom.downloads().save(files.subList(0, 2), folder);
    server.requests.clear();
    server.sent.set(0);

    List<DownloadResult> results = zoom.downloads().parallel(1).save(files, folder);

    assertThat(outcomes(results)).containsExactly(Outcome.SKIPPED, Outcome.SKIPPED, Outcome.SAVED);
    assertThat(server.requests).hasSize(2);
    assertThat(folder).isDirectoryNotContaining("glob:**.part*");
  }

  @Test
  void runThatBrokeOffGoesOn() {
    server.breakAt(60_000);
    List<DownloadResult> broken = zoom.downloads().save(file("a", (long) SIZE), folder);
    assertThat(broken.get(0).failure()).isInstanceOf(DownloadException.class);

    List<DownloadResult> results = zoom.downloads().save(file("a", (long) SIZE), folder);

    assertThat(outcomes(results)).containsExactly(Outcome.SAVED);
    assertThat(server.ranges()).containsExactly("all", "bytes=60000-");
    assertThat(results.get(0).path()).hasBinaryContent(FileServer.content(0, SIZE));
  }

  @Test
  void fileThatFailsIsAResultAndKeepsNoOther() {
    server.instead.add(FakeZoom.status(404, ""));
    FileLink unlinked = new FileLink(null, null, null, "b", "MP4", 5L, null);
    FileLink foreign = new FileLink("https://evil.example/1", null, null, "c", "MP4", 5L, null);

    List<DownloadResult> results =
        zoom.downloads()
            .parallel(1)
            .save(List.of(file("a", 5L), unlinked, foreign, file("d", null)), folder);

    assertThat(outcomes(results))
        .containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.FAILED, Outcome.SAVED);
    assertThat(results.get(0).failure()).isInstanceOf(ExpiredLinkException.class);
    assertThat(results.get(1).failure())
        .isInstanceOf(LinkException.class)
        .hasMessage(
            "download: Zoom gives no link to the file: it is still being made, or lies in the"
                + " account's own storage. List the files again later.");
    assertThat(results.get(2).failure()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(results.get(0)::orThrow).isSameAs(results.get(0).failure());
  }

  @Test
  void fileOfAnotherSizeIsReplacedOnlyWhenAskedFor() throws IOException {
    Path old = Files.writeString(folder.resolve("a.mp4"), "old");

    assertThat(zoom.downloads().save(file("a", (long) SIZE), folder).get(0).failure())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("exists already");
    assertThat(old).hasContent("old");

    assertThat(outcomes(zoom.downloads().overwrite().save(file("a", (long) SIZE), folder)))
        .containsExactly(Outcome.SAVED);
    assertThat(old).hasSize(SIZE);
  }

  @Test
  void noMoreThanSoManyGoAtOnce() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    List<FileLink> files =
        IntStream.range(0, 12).mapToObj(number -> file("f" + number, (long) SIZE)).toList();

    List<DownloadResult> results =
        zoom.downloads()
            .parallel(3)
            .onProgress(
                (file, progress) -> {
                  if (progress.bytes() == 0) {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    three.countDown();
                    await(three);
                  } else if (progress.bytes() == SIZE) {
                    running.decrementAndGet();
                  }
                })
            .save(files, folder);

    assertThat(outcomes(results)).hasSize(12).containsOnly(Outcome.SAVED);
    assertThat(most).hasValue(3);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupt) {
      throw new IllegalStateException(interrupt);
    }
  }

  @Test
  void progressNamesTheFile() {
    Map<String, Long> last = new ConcurrentHashMap<>();

    zoom.downloads()
        .onProgress((file, progress) -> last.put(String.valueOf(file.type()), progress.bytes()))
        .save(List.of(file("a", null), file("b", null)), folder);

    assertThat(last).containsOnly(Map.entry("a", (long) SIZE), Map.entry("b", (long) SIZE));
  }

  @Test
  void interruptEndsTheWait() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> zoom.downloads().save(file("a", null), folder))
        .isInstanceOf(CallInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void interruptGivesUpWhatIsUnderWayBeforeItSurfaces() throws Exception {
    EndlessWait wait = new EndlessWait();
    server.breakAt(60_000);
    FileLink file = file("a", (long) SIZE);
    try (ZoomClient waiting = server.client().sleeper(wait).build()) {
      CompletableFuture<Throwable> ended = new CompletableFuture<>();
      Thread saving =
          new Thread(
              () -> ended.complete(catchThrowable(() -> waiting.downloads().save(file, folder))));
      saving.start();
      wait.awaitBegin();
      saving.interrupt();

      assertThat(ended.get())
          .isInstanceOf(CallInterruptedException.class)
          .hasMessageStartingWith("download: given up");
    }
    assertThat(outcomes(zoom.downloads().save(file, folder))).containsExactly(Outcome.SAVED);
    assertThat(server.ranges()).containsExactly("all", "bytes=60000-");
  }

  @Test
  void errorOfAListenerEndsTheWhole() {
    AssertionError own = new AssertionError("mine");

    assertThatThrownBy(
            () ->
                zoom.downloads()
                    .onProgress(
                        (file, progress) -> {
                          throw own;
                        })
                    .save(file("a", null), folder))
        .isSameAs(own);
  }

  @Test
  void folderMayBeALinkToOne() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path link = Files.createSymbolicLink(folder.resolve("recordings"), disk);

    assertThat(outcomes(zoom.downloads().save(file("a", null), link)))
        .containsExactly(Outcome.SAVED);
    assertThat(disk.resolve("a.mp4")).hasSize(SIZE);
  }

  @Test
  void numberAtOnceHasBounds() {
    assertThatThrownBy(() -> zoom.downloads().parallel(0))
        .hasMessage("Downloads needs a parallel from 1 to 32; it was 0.");
  }
}
