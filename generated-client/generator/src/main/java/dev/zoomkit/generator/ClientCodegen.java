package dev.zoomkit.generator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    String doc = description.tagDoc(tag);
    ApiView view = ApiView.of(tag, operations, doc, apiPackage());
    files.add(apiPackage(), view.name(), "apiFile", view);
  }

  private void addJson(Description description, JavaFiles files) {
    Map<String, String> names = new TreeMap<>();
    description.models().keySet().forEach(name -> names.put(name, jsonCase(name)));
    description.enumerations().keySet().forEach(name -> names.put(name, jsonCase(name)));
    files.add(
        modelPackage(),
        "ZoomJson",
        "jsonFile",
        Map.of("packageName", modelPackage(), "names", List.copyOf(names.values())));
  }

  private String jsonCase(String name) {
    String head = "case " + Literals.string(modelPackage() + "." + name) + " ->";
    return Layout.after(6, head, name + "JsonAdapter.INSTANCE;");
  }

  private void addApis(Description description, JavaFiles files) {
    List<String> classes =
        description.operationsByTag().keySet().stream()
            .map(tag -> ApiView.name(tag) + ".class")
            .sorted()
            .toList();
    files.add(
        apiPackage(),
        "Apis",
        "apisFile",
        Map.of("packageName", apiPackage(), "all", Layout.list(6, "List.of(", classes, ");")));
  }
}
