package dev.zoomkit.generator;

import com.samskivert.mustache.Mustache;
import dev.zoomkit.generator.print.Layout;
import dev.zoomkit.generator.read.Description;
import dev.zoomkit.generator.read.Problems;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.ObjectSchema;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;

/**
 * What the generators have in common. Reads the description into our own view of it ({@link
 * Description}), and lets openapi-generator's loop over models write one Java file after the other:
 * each has its entry, and {@code java.mustache} knows the template by the entry's key.
 */
abstract class ZoomkitCodegen extends AbstractJavaCodegen {
  private static final String TEMPLATE = "java.mustache";

  private final JavaFiles files = new JavaFiles();

  ZoomkitCodegen() {
    embeddedTemplateDir = "zoomkit";
    templateDir = embeddedTemplateDir;
    modelPackage = "dev.zoomkit.model";
    apiPackage = "dev.zoomkit.api";
    invokerPackage = "dev.zoomkit";
    List.of(
            modelTemplateFiles,
            modelDocTemplateFiles,
            modelTestTemplateFiles,
            apiTemplateFiles,
            apiDocTemplateFiles,
            apiTestTemplateFiles)
        .forEach(Map::clear);
    modelTemplateFiles.put(TEMPLATE, ".java");
    hideGenerationTimestamp = true;
  }

  /** Adds the files that the generator writes. */
  abstract void addFiles(Description description, JavaFiles files);

  @Override
  public CodegenType getTag() {
    return CodegenType.CLIENT;
  }

  /** The description has names for all its schemas, and problems are ours to tell. */
  @Override
  public boolean getUseInlineModelResolver() {
    return false;
  }

  /** The description is taken as it is written. */
  @Override
  public boolean getUseOpenapiNormalizer() {
    return false;
  }

  /** Templates print Java, not HTML. */
  @Override
  public Mustache.Compiler processCompiler(Mustache.Compiler compiler) {
    return super.processCompiler(compiler).escapeHTML(false).emptyStringIsFalse(true);
  }

  /** Templates print one statement a line, however long; java.mustache has this break it. */
  @Override
  public void processOpts() {
    super.processOpts();
    Mustache.Lambda broken = (fragment, out) -> out.write(Layout.broken(fragment.execute()));
    additionalProperties.put("broken", broken);
  }

  @Override
  public void preprocessOpenAPI(OpenAPI openApi) {
    Problems problems = new Problems();
    Description description = Description.read(openApi, modelPackage(), problems);
    problems.throwIfAny();
    addFiles(description, files);
    leaveNothingToDo(openApi);
  }

  /** The stock reading would take most of the time and is of no use; one schema starts the loop. */
  private static void leaveNothingToDo(OpenAPI openApi) {
    openApi.setPaths(new Paths());
    openApi.setComponents(new Components().addSchemas("Start", new ObjectSchema()));
  }

  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> ignored) {
    Map<String, ModelsMap> entries = new TreeMap<>();
    files
        .all()
        .forEach(
            (className, views) -> {
              ModelMap placeholder = new ModelMap();
              placeholder.setModel(new CodegenModel());
              ModelsMap entry = new ModelsMap();
              entry.setModels(List.of(placeholder));
              entry.putAll(additionalProperties);
              entry.putAll(views);
              entries.put(className, entry);
            });
    return entries;
  }

  /** Says nothing: the build's output is for its own messages. */
  @Override
  public void postProcess() {}

  @Override
  public String modelFilename(String templateName, String className) {
    String path = className.replace('.', File.separatorChar);
    return String.join(
        File.separator,
        getOutputDir(),
        getSourceFolder(),
        path + modelTemplateFiles().get(templateName));
  }
}
