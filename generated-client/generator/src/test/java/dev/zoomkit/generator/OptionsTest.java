package dev.zoomkit.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.config.CodegenConfigurator;

/**
 * The options of openapi-generator's plugin do what they do with its own generators. {@code
 * apisToGenerate} and its like are global properties for the configurator, as the plugin sets them.
 */
class OptionsTest {
  private static final Path DESCRIPTION = Path.of("src/test/resources/everything.yaml");
  private static final String API = "src/main/java/dev/zoomkit/api/";
  private static final String MODEL = "src/main/java/dev/zoomkit/model/";

  @TempDir Path folder;

  @Test
  void apiPackage() throws IOException {
    var files = client(options -> options.setApiPackage("com.acme.calls"));

    assertThat(files.get("src/main/java/com/acme/calls/WidgetsApi.java"))
        .contains("package com.acme.calls;", "import dev.zoomkit.model.Widget;");
    assertThat(files).containsKey("src/main/java/com/acme/calls/ListWidgetsQuery.java");
    assertThat(files.get("src/main/java/com/acme/calls/Apis.java")).contains("WidgetsApi.class");
    assertThat(files.keySet()).noneMatch(name -> name.startsWith(API));
  }

  @Test
  void modelPackage() throws IOException {
    var files = client(options -> options.setModelPackage("com.acme.values"));

    assertThat(files).containsKey("src/main/java/com/acme/values/WidgetJsonAdapter.java");
    assertThat(files.get("src/main/java/com/acme/values/ZoomJson.java"))
        .contains("package com.acme.values;", "case \"com.acme.values.Widget\"");
    assertThat(files.get(API + "WidgetsApi.java")).contains("import com.acme.values.Widget;");
    assertThat(files.keySet()).noneMatch(name -> name.startsWith(MODEL));
  }

  @Test
  void sourceFolder() throws IOException {
    var files = client(options -> options.addAdditionalProperty("sourceFolder", "java"));

    assertThat(files).containsKey("java/dev/zoomkit/model/Widget.java");
    assertThat(files.keySet()).allMatch(name -> name.startsWith("java/dev/zoomkit/"));
  }

  @Test
  void templateDirectory() throws IOException {
    Path templates = Files.createDirectory(folder.resolve("templates"));
    Files.writeString(templates.resolve("apis.mustache"), "package {{apiPackage}}; class Own {}");

    var files = client(options -> options.setTemplateDir(templates.toString()));

    assertThat(files.get(API + "Apis.java")).isEqualTo("package dev.zoomkit.api; class Own {}");
    assertThat(files).containsKey(API + "WidgetsApi.java");
  }

  @Test
  void namesOfReplacedTemplatesAreReserved() throws IOException {
    Path templates = Files.createDirectory(folder.resolve("templates"));
    Files.writeString(templates.resolve("apis.mustache"), "class Apis { Picture own; }");

    assertThatThrownBy(() -> client(options -> options.setTemplateDir(templates.toString())))
        .hasMessageContaining("schema Picture: generated code would take it for another class");
  }

  @Test
  void apisToGenerate() throws IOException {
    var files = client(only("SpareParts", "", ""));

    assertThat(files).containsKeys(API + "SparePartsApi.java", API + "ListPartsQuery.java");
    assertThat(files).doesNotContainKeys(API + "WidgetsApi.java", API + "ListWidgetsQuery.java");
    assertThat(files.get(API + "Apis.java")).contains("List.of(SparePartsApi.class)");
    assertThat(files).as("what it needs").containsKey(MODEL + "Piece.java");
    assertThat(files).as("what it does not need").doesNotContainKey(MODEL + "Picture.java");
  }

  @Test
  void modelsToGenerate() throws IOException {
    var files = client(only("", "Widget,ListPartsQuery", ""));

    assertThat(files.keySet().stream().filter(name -> name.startsWith(MODEL)))
        .containsExactly(
            MODEL + "Widget.java",
            MODEL + "WidgetJsonAdapter.java",
            MODEL + "ZoomJson.java",
            MODEL + "package-info.java");
    assertThat(files).containsKey(API + "ListPartsQuery.java");
    assertThat(files).doesNotContainKey(API + "ListWidgetsQuery.java");
    assertThat(files.get(MODEL + "ZoomJson.java"))
        .contains("WidgetJsonAdapter")
        .doesNotContain("PieceJsonAdapter");
  }

  @Test
  void modelsAlone() throws IOException {
    var files = client(options -> options.addGlobalProperty(CodegenConstants.MODELS, ""));

    assertThat(files).containsKeys(MODEL + "Widget.java", API + "ListWidgetsQuery.java");
    assertThat(files).doesNotContainKeys(API + "WidgetsApi.java", MODEL + "ZoomJson.java");
  }

  @Test
  void supportingFilesToGenerate() throws IOException {
    var files = client(only("", "", "ZoomJson.java"));

    assertThat(files).containsKeys(MODEL + "ZoomJson.java", MODEL + "Widget.java");
    assertThat(files).doesNotContainKeys(API + "Apis.java", MODEL + "package-info.java");
  }

  @Test
  void whatIsNotThereCannotBeChosen() {
    var chosen = only("Nuts", "Bolt", "");
    assertThatThrownBy(
            () -> client(chosen.andThen(it -> it.setSchemaMappings(Map.of("Nut", "com.acme.Nut")))))
        .hasMessageContaining("schemaMappings: the description has no Nut. It has ")
        .hasMessageContaining(
            "apisToGenerate: the description has no Nuts. It has SpareParts, Widgets.")
        .hasMessageContaining("modelsToGenerate: the description has no Bolt. It has ");
  }

  @Test
  void filterByTag() throws IOException {
    var files = client(options -> options.addOpenapiNormalizer("FILTER", "tag:Spare Parts"));

    assertThat(files).containsKeys(API + "SparePartsApi.java", MODEL + "Piece.java");
    assertThat(files).doesNotContainKeys(API + "WidgetsApi.java", MODEL + "Picture.java");
  }

  @Test
  void filterByOperation() throws IOException {
    var files =
        client(
            options -> options.addOpenapiNormalizer("FILTER", "operationId:getWidget|listParts"));

    assertThat(files.get(API + "WidgetsApi.java"))
        .contains("getWidget(")
        .doesNotContain("listWidgets(");
    assertThat(files).containsKeys(API + "GetWidgetQuery.java", API + "SparePartsApi.java");
    assertThat(files).doesNotContainKey(API + "ListWidgetsQuery.java");
  }

  @Test
  void filterLeavesTheRestAsItIs() throws IOException {
    var all = client(options -> {});
    var filtered =
        client(options -> options.addOpenapiNormalizer("FILTER", "tag:Spare Parts|Widgets"));

    assertThat(filtered).isEqualTo(all);
  }

  @Test
  void typeMappingsToWhatTheRuntimeKnows() throws IOException {
    var files =
        client(options -> options.setTypeMappings(Map.of("date", "String", "double", "Object")));

    assertThat(files.get(MODEL + "Widget.java"))
        .contains("@Nullable String birthday()", "@Nullable Object price()");
    assertThat(files.get(MODEL + "WidgetJsonAdapter.java"))
        .contains("builder.price = Codecs.FREE.read(reader)");
  }

  @Test
  void typeMappingsOfAFormat() throws IOException {
    var files =
        client(
            options ->
                options.setTypeMappings(
                    Map.of("email", "com.acme.Address", "URI", "java.net.URI")));

    assertThat(files.get(MODEL + "Widget.java"))
        .contains("import com.acme.Address;", "@Nullable Address email()", "URI startUrl()");
    assertThat(files.get(MODEL + "WidgetJsonAdapter.java"))
        .contains(
            "import com.acme.AddressJsonAdapter;",
            "builder.email = AddressJsonAdapter.INSTANCE.read(reader)");
  }

  @Test
  void importMappingsAndCodecPackage() throws IOException {
    var files =
        client(
            options ->
                options
                    .setTypeMappings(Map.of("DateTime", "Instant", "date", "Instant"))
                    .setImportMappings(Map.of("Instant", "java.time.Instant"))
                    .addAdditionalProperty("codecPackage", "com.acme.json"));

    assertThat(files.get(API + "ListWidgetsQuery.java"))
        .contains("import java.time.Instant;", "@Nullable Instant to()");
    assertThat(files.get(MODEL + "WidgetJsonAdapter.java"))
        .contains(
            "import com.acme.json.InstantJsonAdapter;", "InstantJsonAdapter.INSTANCE.read(reader)");
    assertThat(files.get(MODEL + "ZoomJson.java"))
        .contains("case \"java.time.Instant\" -> com.acme.json.InstantJsonAdapter.INSTANCE;");
  }

  @Test
  void schemaMappings() throws IOException {
    var files = client(options -> options.setSchemaMappings(Map.of("Piece", "com.acme.Gear")));

    assertThat(files).doesNotContainKeys(MODEL + "Piece.java", MODEL + "PieceJsonAdapter.java");
    assertThat(files.get(MODEL + "PartPage.java")).contains("List<Gear>", "import com.acme.Gear;");
    assertThat(files.get(MODEL + "ZoomJson.java"))
        .contains("case \"com.acme.Gear\" -> com.acme.GearJsonAdapter.INSTANCE;");
  }

  @Test
  void importMappingsOfASchema() throws IOException {
    var files = client(options -> options.setImportMappings(Map.of("Piece", "com.acme.Piece")));

    assertThat(files).doesNotContainKey(MODEL + "Piece.java");
    assertThat(files.get(MODEL + "PartPage.java")).contains("import com.acme.Piece;");
  }

  @Test
  void typesThatCodeCannotNameAreRefused() {
    assertThatThrownBy(
            () ->
                client(
                    options ->
                        options.setTypeMappings(
                            Map.of(
                                "date",
                                "Day",
                                "email",
                                "com.acme.Widget",
                                "uri",
                                "java.awt.List"))))
        .hasMessageContaining("the build's type Day: no class of this name is known.")
        .hasMessageContaining(
            "the build's type com.acme.Widget: generated code would take it for another class")
        .hasMessageContaining(
            "the build's type java.awt.List: generated code would take it for another class");
  }

  @Test
  void typesThatCannotBeMappedAreRefused() {
    assertThatThrownBy(
            () ->
                client(
                    options ->
                        options.setTypeMappings(
                            Map.of("array", "java.util.Set", "map", "com.acme.Table"))))
        .hasMessageContaining("2 problems")
        .hasMessageContaining("typeMappings: array cannot be mapped")
        .hasMessageContaining("typeMappings: map cannot be mapped")
        .hasMessageContaining("Map AnyType, DateTime, ")
        .hasMessageContaining(", a format, or a schema.");
  }

  @Test
  void ignoreFile() throws IOException {
    Path output = Files.createDirectory(folder.resolve("ignoring"));
    Files.writeString(output.resolve(".openapi-generator-ignore"), "**/Widget.java\n**/*Api.java");

    Generation.run("zoomkit-client", DESCRIPTION, output, OptionsTest::unformatted);

    var files = Generation.javaFiles(output);
    assertThat(files).doesNotContainKeys(MODEL + "Widget.java", API + "WidgetsApi.java");
    assertThat(files).containsKeys(MODEL + "WidgetJsonAdapter.java", API + "Apis.java");
  }

  @Test
  void format() throws IOException {
    Path output = folder.resolve("a folder of blanks");
    Generation.run("zoomkit-client", DESCRIPTION, output, only("", "Piece", "none"));
    String formatted = Generation.javaFiles(output).get(MODEL + "Piece.java");
    String unformatted = client(only("", "Piece", "none")).get(MODEL + "Piece.java");

    assertThat(formatted).doesNotContain("import java.time.Instant;");
    assertThat(unformatted).contains("import java.time.Instant;");
  }

  @Test
  void whatIsNoJavaIsNotFormattedInSilence() throws IOException {
    Path templates = Files.createDirectory(folder.resolve("templates"));
    Files.writeString(templates.resolve("apis.mustache"), "class {");
    var chosen = only("", "Piece", "Apis.java");

    assertThatThrownBy(
            () ->
                Generation.run(
                    "zoomkit-client",
                    DESCRIPTION,
                    folder.resolve("output"),
                    chosen.andThen(options -> options.setTemplateDir(templates.toString()))))
        .hasMessageContaining("The generated files could not be formatted:")
        .hasMessageContaining("Apis.java");
  }

  @Test
  void operationsPackage() throws IOException {
    Path output = folder.resolve("facade");
    Generation.run(
        "zoomkit-facade",
        DESCRIPTION,
        output,
        options -> {
          unformatted(options);
          options.addAdditionalProperty("operationsPackage", "com.acme.operations");
        });

    var files = Generation.javaFiles(output.resolve("src/main/java/com/acme/operations"));
    assertThat(files.keySet())
        .containsExactly(
            "AccountOperations.java", "SpareParts.java", "Widgets.java", "package-info.java");
    assertThat(files.get("Widgets.java"))
        .contains("package com.acme.operations;", "import dev.zoomkit.api.WidgetsApi;");
  }

  @Test
  void theFacadeIsOfTheChosenTags() throws IOException {
    Path output = folder.resolve("facade");
    Generation.run("zoomkit-facade", DESCRIPTION, output, only("Widgets", "", ""));

    var files = Generation.javaFiles(output.resolve("src/main/java/dev/zoomkit/operations"));
    assertThat(files).doesNotContainKey("SpareParts.java");
    assertThat(files.get("AccountOperations.java")).doesNotContain("SpareParts");
  }

  /** What the plugin's configHelp prints. */
  @Test
  void helpListsWhatWorks() {
    assertThat(new ClientCodegen().cliOptions())
        .extracting(CliOption::getOpt)
        .containsExactly(
            "modelPackage", "apiPackage", "sourceFolder", "format", "codecPackage", "overlay");
    assertThat(new FacadeCodegen().cliOptions())
        .extracting(CliOption::getOpt)
        .containsExactly(
            "modelPackage", "apiPackage", "sourceFolder", "format", "operationsPackage");
  }

  private SortedMap<String, String> client(Consumer<CodegenConfigurator> options)
      throws IOException {
    Path output = Files.createTempDirectory(folder, "client");
    Generation.run(
        "zoomkit-client", DESCRIPTION, output, options.andThen(OptionsTest::unformatted));
    return Generation.javaFiles(output);
  }

  /** Formatting takes its time, and says nothing here. */
  private static void unformatted(CodegenConfigurator options) {
    options.addAdditionalProperty("format", "false");
  }

  /** What the plugin makes of apisToGenerate, modelsToGenerate and supportingFilesToGenerate. */
  private static Consumer<CodegenConfigurator> only(
      String apis, String models, String supportingFiles) {
    return options ->
        options
            .addGlobalProperty(CodegenConstants.APIS, apis)
            .addGlobalProperty(CodegenConstants.MODELS, models)
            .addGlobalProperty(CodegenConstants.SUPPORTING_FILES, supportingFiles);
  }
}
