package dev.zoomkit.value;

import java.util.List;

/**
 * What leads to files that can be downloaded. Generated models with a {@code download_url}
 * implement it, and those that hold such models: the files of a recording, and the recording.
 */
@FunctionalInterface
public interface Downloadable {

  /** The files, in Zoom's order, those included that Zoom has no link for yet. Immutable. */
  List<FileLink> fileLinks();
}
