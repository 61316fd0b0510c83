package dev.zoomkit.contract;

import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.OverlaidDescription;
import dev.zoomkit.spec.reader.Overlay;
import dev.zoomkit.spec.reader.OverlayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The bundle with an overlay over it, as the contract check reads it of a file.
 *
 * @param file the overlay
 * @param operations those that the overlay adds or changes
 */
record OverlaidBundle(Path file, BundledDescription description, List<Operation> operations) {

  private static final String MERGED = "contract-description.json";

  /**
   * Puts an overlay over the bundle, and writes the result beside the reports.
   *
   * @throws LiveException if the overlay is none, or does not fit the bundle
   */
  static OverlaidBundle of(Path overlay, Path directory) throws IOException {
    OverlaidDescription overlaid;
    try {
      overlaid = Overlay.read(overlay).apply(ApiDescription.onClassPath().document(), "zoom.json");
    } catch (OverlayException refused) {
      throw new LiveException(refused.getMessage() + ".");
    }
    Path merged = Files.createDirectories(directory).resolve(MERGED);
    Files.writeString(merged, overlaid.document().toString());
    BundledDescription description = BundledDescription.read(merged);
    return new OverlaidBundle(
        overlay,
        description,
        description.operations().stream()
            .filter(each -> overlaid.operations().contains(each.id()))
            .toList());
  }
}
