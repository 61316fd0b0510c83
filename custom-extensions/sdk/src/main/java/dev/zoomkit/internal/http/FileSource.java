package dev.zoomkit.internal.http;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where a file comes from, as often as it takes to get it whole. Thread-safe. */
public interface FileSource {

  /** The link that leads to it. */
  HttpUrl link();

  /** What names the call in an exception. */
  CallInfo call();

  /**
   * Asks for the file. Blocks until it begins.
   *
   * @param from the first byte that is wanted, from 0; a server may ignore it
   * @param validator an entity tag or a date that says which content is to go on; null without one
   * @throws RuntimeException of the SDK, if no file comes
   */
  FileResponse open(long from, @Nullable String validator);

  /**
   * How often a file that breaks off is asked for again, counted from here on, and what passes in
   * between.
   */
  Breaks breaks();
}
