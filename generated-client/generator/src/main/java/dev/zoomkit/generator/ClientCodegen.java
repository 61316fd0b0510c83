package dev.zoomkit.generator;

import dev.zoomkit.generator.java.Enumeration;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.java.Operation;
import dev.zoomkit.generator.print.AdapterView;
import dev.zoomkit.generator.print.ApiView;
import dev.zoomkit.generator.print.EnumerationView;
import dev.zoomkit.generator.print.ModelView;
import dev.zoomkit.generator.read.Description;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Generates the client: Retrofit interfaces, models, open enumerations and their JSON codecs. */
public final class ClientCodegen extends ZoomkitCodegen {

  @Override
  public String getName() {
    return "zoomkit-client";
  }

  @Override
  public String getHelp() {
    return "Generates Retrofit interfaces and Moshi models.";
  }

  @Override
  void addFiles(Description description, JavaFiles files) {
    description.models().values().forEach(model -> addModel(model, description, files));
    description
        .enumerations()
        .values()
        .forEach(enumeration -> addEnumeration(enumeration, description, files));
    description
        .options()
        .forEach(
            (name, options) ->
                files.add(
                    apiPackage(), name, "modelFile", ModelView.ofOptions(options, apiPackage())));
    description
        .operationsByTag()
        .forEach((tag, operations) -> addApi(tag, operations, description, files));
    addJson(description, files);
    addApis(description, files);
    files.addPackage(
        modelPackage(),
        "The values that Zoom takes and answers, generated from the description. All are immutable.");
    files.addPackage(
        apiPackage(), "Zoom's operations as Retrofit interfaces, generated from the description.");
  }

  private void addModel(Model model, Description description, JavaFiles files) {
    ModelView view = ModelView.ofSchema(model, modelPackage(), description::hasClass);
    files.add(modelPackage(), model.name(), "modelFile", view);
    AdapterView adapter = AdapterView.of(model, modelPackage());
    files.add(modelPackage(), model.name() + "JsonAdapter", "adapterFile", adapter);
  }

  private void addEnumeration(Enumeration enumeration, Description description, JavaFiles files) {
    String name = enumeration.name();
    EnumerationView type =
        EnumerationView.ofType(enumeration, modelPackage(), description::hasClass);
    files.add(modelPackage(), name, "enumerationFile", type);
    EnumerationView adapter =
        EnumerationView.ofAdapter(enumeration, modelPackage(), description::hasClass);
    files.add(modelPackage(), name + "JsonAdapter", "enumerationAdapterFile", adapter);
  }

  private void addApi(
      String tag, List<Operation> operations, Description description, JavaFiles files) {
    ApiView view = ApiView.of(tag, operations, description.tagDoc(tag), apiPackage());
    files.add(apiPackage(), view.name(), "apiFile", view);
  }

  private void addJson(Description description, JavaFiles files) {
    Set<String> names = new TreeSet<>(description.models().keySet());
    names.addAll(description.enumerations().keySet());
    files.add(
        modelPackage(),
        "ZoomJson",
        "jsonFile",
        Map.of("packageName", modelPackage(), "names", List.copyOf(names)));
  }

  private void addApis(Description description, JavaFiles files) {
    List<String> classes =
        description.operationsByTag().keySet().stream()
            .map(tag -> ApiView.name(tag) + ".class")
            .sorted()
            .toList();
    String all = String.join(", ", classes);
    files.add(apiPackage(), "Apis", "apisFile", Map.of("packageName", apiPackage(), "all", all));
  }
}
