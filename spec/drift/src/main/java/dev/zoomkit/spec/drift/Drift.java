package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.SourceLines;
import dev.zoomkit.spec.reader.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds our description against files of Zoom's, and writes the work list. */
public final class Drift {
  private Drift() {}

  /**
   * Writes {@code drift.md} and {@code drift.json}, and says how much there is to do.
   *
   * @param args the folder of {@code zoom.yaml}, the bundle, Zoom's files, the file of decisions,
   *     and the folder to write to
   */
  public static void main(String[] args) throws IOException {
    try {
      Report report = report(args[0], args[1], args[2], args[3]);
      Path target = Files.createDirectories(Path.of(args[4]));
      Files.writeString(target.resolve("drift.md"), report.markdown());
      Files.writeString(target.resolve("drift.json"), report.json());
      System.out.println(report.summary() + ": " + target.resolve("drift.md"));
    } catch (UnusableException unusable) {
      System.err.println(unusable.getMessage());
      System.exit(1);
    }
  }

  static Report report(String folder, String bundle, String upstream, String decisions)
      throws IOException {
    Upstream files = Upstream.read(upstream);
    Decisions decided = Decisions.read(Path.of(decisions));
    OurFiles ours = OurFiles.read(Path.of(folder));
    ApiDescription description =
        new ApiDescription(new ObjectMapper().readTree(Files.readString(Path.of(bundle))));
    List<Difference> differences =
        new Comparison(new OurOperations(description), new SourceLines(ours.folder())).of(files);
    Set<String> read = new TreeSet<>();
    files.operations().forEach(operation -> read.add(operation.file()));
    return new Report(decided.sort(differences), decided.idle(differences, read));
  }
}
