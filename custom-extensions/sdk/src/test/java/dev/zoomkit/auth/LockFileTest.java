package dev.zoomkit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.fixture.CapturedLog;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockFileTest {

  @TempDir Path folder;

  @Test
  void aLockThatCannotBeGivenBackIsLoggedAndFailsNoCall() throws Exception {
    Path file = folder.resolve("locks");
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        CapturedLog log = new CapturedLog("dev.zoomkit.auth")) {
      LockFile.release(new StuckLock(channel), file);

      assertThat(log.lines())
          .containsExactly(
              "A lock in " + file + " could not be given back; it ends with this process.");
      assertThat(log.records().get(0).getThrown()).hasMessage("the disk is gone");
    }
  }

  private static final class StuckLock extends FileLock {
    StuckLock(FileChannel channel) {
      super(channel, 0, 1, false);
    }

    @Override
    public boolean isValid() {
      return true;
    }

    @Override
    public void release() throws IOException {
      throw new IOException("the disk is gone");
    }
  }
}
