package dev.zoomkit.generator;

import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.print.FacadeView;
import dev.zoomkit.generator.print.Javadoc;
import dev.zoomkit.generator.read.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Generates the facade: for each tag a class that users call for one account. */
public final class FacadeCodegen extends ZoomkitCodegen {
  private static final String PACKAGE = "dev.zoomkit.operations";

  @Override
  public String getName() {
    return "zoomkit-facade";
  }

  @Override
  public String getHelp() {
    return "Generates the classes that users call.";
  }

  @Override
  void addFiles(Description description, JavaFiles files) {
    List<Map<String, String>> tags = new ArrayList<>();
    description
        .operationsByTag()
        .forEach(
            (tag, operations) -> {
              FacadeView view = FacadeView.of(tag, operations, description, PACKAGE, apiPackage());
              files.add(PACKAGE, view.name(), "facadeFile", view);
              tags.add(accessor(tag, view.name(), description));
            });
    files.add(
        PACKAGE, "AccountOperations", "accountFile", Map.of("packageName", PACKAGE, "tags", tags));
    files.addPackage(PACKAGE, "Zoom's operations for one account, generated from the description.");
  }

  private static Map<String, String> accessor(String tag, String type, Description description) {
    return Map.of(
        "type",
        type,
        "name",
        Names.decapitalized(type),
        "javadoc",
        new Javadoc(link -> false).paragraphs(description.tagDoc(tag)).at(2));
  }
}
