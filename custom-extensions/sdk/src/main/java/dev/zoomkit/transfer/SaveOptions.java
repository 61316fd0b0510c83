package dev.zoomkit.transfer;

import dev.zoomkit.runtime.Arguments;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How {@link Download#saveTo} saves. Immutable. */
public final class SaveOptions {

  private final boolean overwrite;
  private final @Nullable Long size;
  private final Consumer<TransferProgress> listener;

  private SaveOptions(Builder builder) {
    overwrite = builder.overwrite;
    size = builder.size;
    listener = builder.listener;
  }

  /** The options that a function sets. */
  static SaveOptions of(Consumer<Builder> options) {
    Builder builder = new Builder();
    Arguments.require("Download.saveTo", "options", options).accept(builder);
    return new SaveOptions(builder);
  }

  /** Whether a file that exists is replaced. */
  boolean overwrite() {
    return overwrite;
  }

  /** In bytes; null where the caller knows none. */
  @Nullable Long size() {
    return size;
  }

  Consumer<TransferProgress> listener() {
    return listener;
  }

  /** Sets options. Not thread-safe. */
  public static final class Builder {
    private boolean overwrite;
    private @Nullable Long size;
    private Consumer<TransferProgress> listener = progress -> {};

    private Builder() {}

    /** Replaces a file that exists, at once and only by a whole one; refused unless set. */
    public Builder overwrite() {
      overwrite = true;
      return this;
    }

    /**
     * Refuses content of another size, such as the {@code fileSize()} of a recording.
     *
     * @param bytes from 0; null where the size is unknown
     * @throws IllegalArgumentException if it is negative
     */
    public Builder size(@Nullable Long bytes) {
      if (bytes != null && bytes < 0) {
        throw Arguments.unfit("SaveOptions", "size", "from 0; it was " + bytes + ".");
      }
      size = bytes;
      return this;
    }

    /**
     * Is told how far the file has come, by the thread that saves it: once when it begins or goes
     * on, then each time bytes were written. What it throws ends the download.
     */
    public Builder onProgress(Consumer<TransferProgress> value) {
      listener = Arguments.require("SaveOptions", "listener", value);
      return this;
    }
  }
}
