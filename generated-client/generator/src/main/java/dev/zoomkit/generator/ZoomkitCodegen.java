package dev.zoomkit.generator;

import com.samskivert.mustache.Mustache;
import dev.zoomkit.generator.java.ClientPlan;
import dev.zoomkit.generator.java.Literals;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.java.ReservedNames;
import dev.zoomkit.generator.java.TypeMappings;
import dev.zoomkit.generator.read.BuildOptions;
import dev.zoomkit.generator.read.DescriptionReader;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.servers.Server;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.DefaultCodegen;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.config.GlobalSettings;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * What the generators have in common. openapi-generator runs its loops as for any generator. {@link
 * DescriptionReader} reads operations and schemas before these loops start, so that one build
 * reports everything that it refuses. The loops then give the templates views of what was read.
 */
abstract class ZoomkitCodegen extends DefaultCodegen {
  private static final String FORMAT = "format";

  /** Switches off the rules that openapi-generator's normalizer applies by default. */
  private static final Map<String, String> NO_DEFAULT_RULES =
      Map.of(
          "SIMPLIFY_ONEOF_ANYOF", "false",
          "SIMPLIFY_ONEOF_ANYOF_ENUM", "false",
          "SIMPLIFY_BOOLEAN_ENUM", "false",
          "REFACTOR_ALLOF_WITH_PROPERTIES_ONLY", "false");

  private final List<File> written = new ArrayList<>();
  private final Set<String> typesNotMapped;
  private String sourceFolder = "src/main/java";
  private boolean format = true;
  private TypeMappings mappings;
  private ClientPlan plan;

  ZoomkitCodegen() {
    embeddedTemplateDir = "zoomkit";
    templateDir = embeddedTemplateDir;
    modelPackage = "dev.zoomkit.model";
    apiPackage = "dev.zoomkit.api";
    typesNotMapped = new TreeSet<>(typeMapping.keySet());
    typesNotMapped.removeAll(TypeMappings.DEFAULTS.keySet());
    typeMapping.clear();
    typeMapping.putAll(TypeMappings.DEFAULTS);
    openapiNormalizer.putAll(NO_DEFAULT_RULES);
    cliOptions.clear();
    option(CodegenConstants.MODEL_PACKAGE, CodegenConstants.MODEL_PACKAGE_DESC, modelPackage);
    option(CodegenConstants.API_PACKAGE, CodegenConstants.API_PACKAGE_DESC, apiPackage);
    option(CodegenConstants.SOURCE_FOLDER, CodegenConstants.SOURCE_FOLDER_DESC, sourceFolder);
    option(FORMAT, "whether to format the files with google-java-format", "true");
  }

  final void option(String name, String description, String value) {
    cliOptions.add(new CliOption(name, description).defaultValue(value));
  }

  /** The view that the template of a tag prints. */
  abstract Object view(String tag, ClientPlan plan);

  /** The package of the codecs of custom types; empty for the package of each type. */
  String codecPackage() {
    return "";
  }

  /** What will be written. */
  final ClientPlan plan() {
    return plan;
  }

  /** The Java types that the build chooses. */
  final TypeMappings mappings() {
    return mappings;
  }

  final void supportingFile(String template, String packageName, String file) {
    supportingFiles.add(new SupportingFile(template, folder(packageName), file));
  }

  private String folder(String packageName) {
    return sourceFolder + File.separator + packageName.replace('.', File.separatorChar);
  }

  final String folderOf(String packageName) {
    return outputFolder() + File.separator + folder(packageName);
  }

  @Override
  public CodegenType getTag() {
    return CodegenType.CLIENT;
  }

  @Override
  public void processOpts() {
    super.processOpts();
    convertPropertyToStringAndWriteBack(CodegenConstants.SOURCE_FOLDER, it -> sourceFolder = it);
    convertPropertyToBooleanAndWriteBack(FORMAT, it -> format = it);
    Mustache.Lambda quoted = (text, out) -> out.write(Literals.string(text.execute()));
    additionalProperties.put("quoted", quoted);
  }

  /** Templates print Java, not HTML; what is absent, empty or 0 is not printed. */
  @Override
  public Mustache.Compiler processCompiler(Mustache.Compiler compiler) {
    return super.processCompiler(compiler)
        .escapeHTML(false)
        .emptyStringIsFalse(true)
        .zeroIsFalse(true);
  }

  /** All schemas of the description have names, and the reader reports those that have none. */
  @Override
  public boolean getUseInlineModelResolver() {
    return false;
  }

  /** The description is used as it is written, unless a build asks for a rule. */
  @Override
  public boolean getUseOpenapiNormalizer() {
    return !openapiNormalizer.equals(NO_DEFAULT_RULES);
  }

  @Override
  public void preprocessOpenAPI(OpenAPI openApi) {
    mappings = new TypeMappings(typeMapping, schemaMapping, importMapping, codecPackage());
    plan =
        DescriptionReader.read(
            openApi,
            new BuildOptions(
                modelPackage(),
                mappings,
                new ReservedNames(new Templates(this).texts()),
                typesNotMapped,
                chosen(CodegenConstants.APIS),
                chosen(CodegenConstants.MODELS),
                this::toApiName,
                accountMethods(),
                published(openApi)));
  }

  /** The methods of an account that no tag's can take the place of. */
  Set<String> accountMethods() {
    return Set.of();
  }

  /** The schemas whose classes the published client has, and that are not written anew. */
  Set<String> published(OpenAPI openApi) {
    return Set.of();
  }

  /** The names of a list that openapi-generator keeps as text. */
  private static Set<String> chosen(String property) {
    String names = GlobalSettings.getProperty(property);
    return names == null || names.isBlank()
        ? Set.of()
        : Arrays.stream(names.split(",")).map(String::trim).collect(Collectors.toSet());
  }

  /** Text is escaped where it is printed, by what it becomes: Javadoc or a literal. */
  @Override
  public String escapeUnsafeCharacters(String input) {
    return input;
  }

  @Override
  public String sanitizeTag(String tag) {
    return Names.typeOfTag(tag);
  }

  @Override
  public String toModelName(String name) {
    return name;
  }

  @Override
  public String toApiName(String name) {
    return name + "Api";
  }

  @Override
  public String toApiFilename(String name) {
    return toApiName(name);
  }

  @Override
  public String apiFileFolder() {
    return folderOf(apiPackage());
  }

  @Override
  public String modelFileFolder() {
    return folderOf(modelPackage());
  }

  /** Only what identifies the operation; the rest was read before. */
  @Override
  public CodegenOperation fromOperation(
      String path, String method, Operation operation, List<Server> servers) {
    CodegenOperation result = new CodegenOperation();
    result.operationId = operation.getOperationId();
    result.nickname = operation.getOperationId();
    result.path = path;
    result.httpMethod = method;
    return result;
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(OperationsMap api, List<ModelMap> models) {
    String id = api.getOperations().getOperation().get(0).operationId;
    api.put("view", view(plan.operation(id).tag(), plan));
    return api;
  }

  @Override
  public boolean isEnablePostProcessFile() {
    return format;
  }

  @Override
  public void postProcessFile(File file, String type) {
    if (file.getName().endsWith(".java")) {
      written.add(file);
    }
  }

  /** Formats the files, in place of the closing message that openapi-generator prints. */
  @Override
  public void postProcess() {
    JavaFormatter.format(Path.of(outputFolder()), written);
  }
}
