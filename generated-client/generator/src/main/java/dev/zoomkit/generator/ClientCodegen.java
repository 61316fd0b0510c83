package dev.zoomkit.generator;

import dev.zoomkit.generator.java.ClientPlan;
import dev.zoomkit.generator.java.Enumeration;
import dev.zoomkit.generator.java.Model;
import dev.zoomkit.generator.print.AdapterView;
import dev.zoomkit.generator.print.ApiView;
import dev.zoomkit.generator.print.EnumerationView;
import dev.zoomkit.generator.print.ModelView;
import dev.zoomkit.spec.reader.JavaNames;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;

/** Generates the client: Retrofit interfaces, models, open enumerations and their JSON codecs. */
public final class ClientCodegen extends ZoomkitCodegen {

  private static final String CODEC_PACKAGE = "codecPackage";

  private static final String OVERLAY = "overlay";

  /** Where GraalVM looks for what it cannot see in code, in a folder for each library. */
  private static final String NATIVE_IMAGE = "src/main/resources/META-INF/native-image/";

  public ClientCodegen() {
    modelTemplateFiles.put("java.mustache", ".java");
    apiTemplateFiles.put("api.mustache", ".java");
    option(CODEC_PACKAGE, "package of the JsonCodecs of your own types, unless it is theirs", "");
    option(
        OVERLAY, "file of an OpenAPI Overlay; what it adds or changes is all that is written", "");
  }

  @Override
  public String getName() {
    return "zoomkit-client";
  }

  @Override
  public String getHelp() {
    return "Generates Retrofit interfaces and Moshi models.";
  }

  @Override
  public void processOpts() {
    super.processOpts();
    supportingFile("json.mustache", modelPackage(), "ZoomJson.java");
    supportingFile("modelPackage.mustache", modelPackage(), "package-info.java");
    supportingFile("apis.mustache", apiPackage(), "Apis.java");
    supportingFile("apiPackage.mustache", apiPackage(), "package-info.java");
    supportingFiles.add(
        new SupportingFile(
            "reachability.mustache", NATIVE_IMAGE + apiPackage(), "reachability-metadata.json"));
  }

  @Override
  String codecPackage() {
    return additionalProperties.getOrDefault(CODEC_PACKAGE, "").toString();
  }

  @Override
  Object view(String tag, ClientPlan plan) {
    return new ApiView(tag, plan, apiPackage(), modelPackage());
  }

  /**
   * Adds a schema for the optional values of each operation, so that a class is written for them.
   */
  @Override
  public void preprocessOpenAPI(OpenAPI openApi) {
    super.preprocessOpenAPI(openApi);
    if (openApi.getComponents() == null) {
      openApi.setComponents(new Components());
    }
    plan()
        .options()
        .keySet()
        .forEach(name -> openApi.getComponents().addSchemas(name, new ObjectSchema()));
  }

  /**
   * Puts the overlay over the description, if there is one, and leaves out what it does not change.
   */
  @Override
  Set<String> published(OpenAPI openApi) {
    String file = additionalProperties.getOrDefault(OVERLAY, "").toString();
    if (file.isEmpty()) {
      return Set.of();
    }
    for (String name : List.of(apiPackage(), modelPackage())) {
      if (name.equals(JavaNames.API_PACKAGE) || name.equals(JavaNames.MODEL_PACKAGE)) {
        throw new IllegalArgumentException(
            "With an overlay, apiPackage and modelPackage are packages of your own, and not "
                + name);
      }
    }
    return OverlaidInput.read(Path.of(file), getInputSpec(), openApi);
  }

  /** A class for each schema that needs one; for openapi-generator the others are aliases. */
  @Override
  @SuppressWarnings("rawtypes")
  public CodegenModel fromModel(String name, Schema schema) {
    CodegenModel model = new CodegenModel();
    model.name = name;
    model.classname = name;
    model.isAlias = !plan().hasClass(name) && !isOptions(name);
    return model;
  }

  /**
   * Keeps each schema as it is: one of an object without properties is a class, too, and no alias.
   */
  @Override
  @SuppressWarnings("rawtypes")
  public Schema unaliasSchema(Schema schema) {
    return schema;
  }

  /** Adds the views that the templates print; a model of JSON has a second file for its codec. */
  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> models) {
    Map<String, ModelsMap> files = new TreeMap<>(models);
    models.forEach(
        (name, model) -> {
          if (isOptions(name)) {
            model.put(
                "classView", ModelView.ofOptions(plan().options().get(name), apiPackage(), plan()));
          } else if (plan().hasClass(name)) {
            ModelsMap adapter = new ModelsMap();
            adapter.putAll(model);
            adapter.setModels(List.of());
            addViews(name, model, adapter);
            files.put(name + "JsonAdapter", adapter);
          }
        });
    return files;
  }

  private void addViews(String name, ModelsMap file, ModelsMap adapter) {
    Model model = plan().models().get(name);
    if (model == null) {
      Enumeration enumeration = plan().enumerations().get(name);
      var view = new EnumerationView(enumeration, modelPackage(), plan());
      file.put("enumerationView", view);
      adapter.put("enumerationAdapterView", view);
    } else {
      file.put("classView", ModelView.ofSchema(model, modelPackage(), apiPackage(), plan()));
      adapter.put("adapterView", new AdapterView(model, modelPackage()));
    }
  }

  private boolean isOptions(String name) {
    return plan().options().containsKey(name);
  }

  @Override
  public String modelFilename(String template, String name) {
    String folder = isOptions(name) ? apiFileFolder() : modelFileFolder();
    return folder + File.separator + name + modelTemplateFiles().get(template);
  }

  /** Adds the codecs of the generated models and of the types that the build supplies. */
  @Override
  @SuppressWarnings("unchecked")
  public Map<String, Object> postProcessSupportingFileData(Map<String, Object> bundle) {
    List<Codec> codecs = new ArrayList<>();
    for (ModelMap model : (List<ModelMap>) bundle.get("models")) {
      String name = model.getModel().classname;
      if (plan().hasClass(name)) {
        codecs.add(new Codec(modelPackage() + "." + name, name + "JsonAdapter"));
      }
    }
    mappings().custom().forEach((name, type) -> codecs.add(new Codec(name, type.codecClass())));
    bundle.put("codecs", codecs);
    if (!modelPackage().equals(JavaNames.MODEL_PACKAGE)) {
      bundle.put("ownJson", modelPackage() + ".ZoomJson");
    }
    return bundle;
  }

  /** The codec of a type, both as code names them. */
  record Codec(String type, String codec) {}
}
