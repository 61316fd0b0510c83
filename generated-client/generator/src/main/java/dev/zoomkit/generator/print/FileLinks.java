package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.ClientPlan;
import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Property;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The expression of the files that a model leads to, by the names that Zoom has for them. */
final class FileLinks {
  private static final String LINK = "download_url";

  private final Model model;

  private FileLinks(Model model) {
    this.model = model;
  }

  /** Of a model that is a file or has lists of them; null for any other. */
  static String of(Model model, ClientPlan plan) {
    FileLinks links = new FileLinks(model);
    if (isFile(model)) {
      return links.ofFile();
    }
    List<Property> lists =
        model.properties().stream()
            .filter(property -> property.type().kind() == JavaType.Kind.LIST)
            .filter(property -> property.type().item().schema() != null)
            .filter(property -> isFile(plan.models().get(property.type().item().schema())))
            .toList();
    return lists.isEmpty() || !model.inResponses() || model.pages() != null
        ? null
        : links.ofSession(lists);
  }

  private static boolean isFile(Model model) {
    return model != null
        && model.inResponses()
        && model.property(LINK).filter(link -> link.type() == JavaType.STRING).isPresent();
  }

  private String ofFile() {
    return "List.of(new FileLink(%s, null, %s, %s, %s, %s, %s))"
        .formatted(
            value(LINK, JavaType.STRING),
            value("file_name", JavaType.STRING),
            firstText("recording_type", "file_type"),
            firstText("file_extension", "file_type"),
            value("file_size", JavaType.LONG),
            start("recording_start"));
  }

  private String ofSession(List<Property> lists) {
    return "FileLink.ofSession(%s, %s, %s)"
        .formatted(
            present("id"),
            start("start_time"),
            lists.stream().map(FileLinks::field).collect(Collectors.joining(", ")));
  }

  private String start(String name) {
    String value = value(name, JavaType.DATE_TIME);
    return value.equals("null") ? value(name, JavaType.MOMENT) : value;
  }

  /** The property, where the model has it with this type, which the build may have changed. */
  private String value(String name, JavaType type) {
    return model
        .property(name)
        .filter(property -> property.type() == type)
        .map(FileLinks::field)
        .orElse("null");
  }

  private String present(String name) {
    return model.property(name).map(FileLinks::field).orElse("null");
  }

  private String firstText(String... names) {
    String values =
        Stream.of(names)
            .flatMap(name -> model.property(name).stream())
            .map(FileLinks::field)
            .collect(Collectors.joining(", "));
    return values.isEmpty() ? "null" : "FileLink.firstText(" + values + ")";
  }

  private static String field(Property property) {
    return "this." + property.name();
  }
}
