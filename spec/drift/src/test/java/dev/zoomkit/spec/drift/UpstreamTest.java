package dev.zoomkit.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.zoomkit.spec.reader.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamTest {
  @TempDir Path folder;

  private static final String OPERATION =
      """
      paths:
        /things/{id}:
          put:
            summary: Anything
            description: '**[Scopes](#):** `thing:write`'
            parameters: %s
            %s
            responses: %s
      """;

  @Test
  void threeVersionsOfOpenApiSayTheSame() throws IOException {
    UpstreamOperation old =
        read(
            """
            swagger: '2.0'
            host: api.zoom.us
            definitions: {Kind: {type: string, enum: [big, small]}}
            """,
            """
            [{name: id, in: path, required: true, type: string},
             {name: size, in: query, type: integer, maximum: 10, exclusiveMaximum: true},
             {name: b, in: body, schema: {type: object, properties: {kind: {$ref: '#/definitions/Kind'}}}}]""",
            "deprecated: false",
            "{'200': {description: '', schema: {type: object, properties: {n: {type: string}}}}}");
    String body =
        """
        requestBody: {content: {application/json: {schema: {type: object, properties: {kind: {$ref: '#/components/schemas/Kind'}}}}}}""";
    String parameters =
        """
        [{name: id, in: path, required: true, schema: {type: string}},
         {name: size, in: query, schema: {type: integer, maximum: 10, exclusiveMaximum: true}}]""";
    UpstreamOperation middle =
        read(
            """
            openapi: 3.0.3
            servers: [{url: 'https://api.zoom.us/v2'}]
            components: {schemas: {Kind: {type: string, enum: [big, small]}}}
            """,
            parameters,
            body,
            "{'200': {description: '', content: {application/json: {schema: {type: object, properties: {n: {type: string, nullable: true}}}}}}}");
    UpstreamOperation recent =
        read(
            """
            openapi: 3.1.0
            servers: [{url: 'https://api.zoom.us/v2'}]
            components: {schemas: {Kind: {type: [string, 'null'], enum: [big, small, null]}}}
            """,
            parameters.replace("maximum: 10, exclusiveMaximum: true", "exclusiveMaximum: 10"),
            body,
            "{'200': {description: '', content: {application/json: {schema: {type: object, properties: {n: {type: ['null', string]}}}}}}}");

    assertThat(said(middle)).isEqualTo(said(old)).isEqualTo(said(recent));
    assertThat(middle.facts().byPlace().keySet())
        .containsExactly("query size", "request kind", "response n");
  }

  /** The operation without pointers, which differ by version. */
  private static JsonNode said(UpstreamOperation operation) throws IOException {
    String text = operation.node().toString().replaceAll("\"x-at\":\"[^\"]*\",?", "");
    return new YAMLMapper().readTree(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: array, maximum: 20, items: {type: string}}  | {"type":"array","x-odd":{"maximum":20},"items":{"type":"string"}}
          {type: integer, maximum: 300, exclusiveMaximum: true} | {"type":"integer","maximum":299}
          {type: integer, maximum: 300, exclusiveMaximum: false} | {"type":"integer","maximum":300}
          {type: [integer, 'null'], exclusiveMaximum: 300} | {"type":"integer","maximum":299}
          {type: integer, exclusiveMinimum: 0.5} | {"type":"integer","minimum":1}
          {type: integer, minimum: 5, exclusiveMinimum: 1} | {"type":"integer","minimum":5}
          {type: integer, minimum: 1, exclusiveMinimum: 1} | {"type":"integer","minimum":2}
          {type: number, maximum: 9, exclusiveMaximum: 1} | {"type":"number","maximum":1,"exclusiveMaximum":true}
          {type: integer, maximum: '9', exclusiveMaximum: true} | {"type":"integer","x-odd":{"maximum":"9","exclusiveMaximum":true}}
          {type: string, exclusiveMaximum: 3, multipleOf: 2} | {"type":"string","x-odd":{"exclusiveMaximum":3,"multipleOf":2}}
          {type: boolean, maxLength: 3}                      | {"type":"boolean","x-odd":{"maxLength":3}}
          {properties: {a: {type: string}}}                  | {"type":"object","properties":{"a":{"type":"string"}}}
          {items: {type: string}}                            | {"type":"array","items":{"type":"string"}}
          {enum: [1, 2]}                                     | {"type":"integer","enum":[1,2]}
          {const: only}                                      | {"type":"string","enum":["only"]}
          {type: integer, enum: ['1', 'two', 3, 3]}          | {"type":"integer","enum":[1,3]}
          {type: object, format: date-time}                  | {"type":"string","format":"date-time"}
          {type: string, format: Date}                       | {"type":"string","format":"date"}
          {type: string, format: Hex color code}             | {"type":"string"}
          {type: integer, format: long}                      | {"type":"integer","format":"int64"}
          {type: [string, 'null']}                           | {"type":"string"}
          {type: object}                                     | {"type":"object","additionalProperties":true}
          {type: file}                                       | {"type":"string","format":"binary"}
          {allOf: [{type: integer, minimum: 1, default: 3}], minimum: 5, exclusiveMaximum: 9} | {"type":"integer","minimum":5,"default":3,"maximum":8}
          {allOf: [{type: string, enum: [a, b]}], enum: [a], maximum: 9} | {"type":"string","enum":["a"],"x-odd":{"maximum":9}}
          {oneOf: [{type: object, properties: {s: {type: string, enum: [a]}}}, {type: object, properties: {s: {type: string, enum: [b]}, t: {type: integer}}}]} | {"type":"object","properties":{"s":{"type":"string","enum":["a","b"]},"t":{"type":"integer"}}}
          {type: object, properties: {a: {type: string}}, allOf: [{type: object, properties: {b: {type: string}}, required: [b]}]} | {"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"required":["b"]}
          {oneOf: [{properties: {a: {type: string}}, required: [a]}, {properties: {a: {type: string}, b: {type: string}}, required: [a, b]}]} | {"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"required":["a"]}
          {type: object, required: [a, gone], properties: {a: {type: string}}} | {"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}
          """)
  void odditiesBecomePlain(String odd, String plain) throws IOException {
    JsonNode schema = new YAMLMapper().readTree(odd);
    String said = new PlainSchemas(schema, "x.json").plain(schema, "").toString();
    assertThat(said.replaceAll("\"x-at\":\"[^\"]*\",?", "").replace(",}", "}")).isEqualTo(plain);
  }

  @Test
  void aSchemaThatContainsItselfEnds() throws IOException {
    JsonNode document =
        new YAMLMapper().readTree("{tree: {type: object, properties: {child: {$ref: '#/tree'}}}}");
    JsonNode reference = new YAMLMapper().readTree("{$ref: '#/tree'}");
    assertThat(
            new PlainSchemas(document, "x.json")
                .plain(reference, "")
                .at("/properties/child")
                .toString())
        .contains("additionalProperties");
  }

  @Test
  void errorsAreReadFromProseAndFromSuccesses() throws IOException {
    UpstreamOperation operation =
        openApi(
            """
            {'200': {description: '**Error Code:** `200`'}, '204': {description: '**HTTP Status Code:** `204`'},
             '300': {description: '**Error Code:** `300`'},
             '404': {description: '**HTTP Status Code:** `404` <br> **Error Code:** `1001` <br> **Error Code:** `3001`'},
             '429': {description: Slow down.}}""");
    assertThat(operation.success()).isEqualTo("204");
    assertThat(operation.node().path("x-zoom-errors").toString())
        .isEqualTo(
            "[{\"status\":200,\"code\":200},{\"status\":400,\"code\":300},{\"status\":404,\"code\":1001},"
                + "{\"status\":404,\"code\":3001},{\"status\":429}]");
  }

  @Test
  void partsOfAFormMayBeRequired() throws IOException {
    UpstreamOperation operation =
        read(
            "swagger: '2.0'\nhost: api.zoom.us\n",
            "[{name: file, in: formData, type: file, required: true}, {name: more, in: formData, type: string}]",
            "deprecated: false",
            "{'204': {description: ''}}");
    assertThat(operation.facts().byPlace().get("request file").required()).isTrue();
    assertThat(operation.facts().byPlace().get("request more").required()).isFalse();
  }

  @Test
  void anObjectWithoutPropertiesIsNoBody() throws IOException {
    UpstreamOperation operation =
        openApi(
            "{'201': {description: '', content: {application/json: {schema: {type: object, properties: {}}}}}}");
    assertThat(operation.responseSchema().isMissingNode()).isTrue();
  }

  @Test
  void aParameterThatStandsTwiceIsTheFirst() throws IOException {
    UpstreamOperation operation =
        read(
            "openapi: 3.0.0\nservers: [{url: 'https://api.zoom.us/v2'}]\n",
            "[{name: a, in: query, schema: {type: integer}}, {name: a, in: query, schema: {type: string}}]",
            "deprecated: true",
            "{'204': {description: ''}}");
    assertThat(operation.facts().byPlace().get("query a").schema().path("type").asText())
        .isEqualTo("integer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"openapi": "3.0.0", "paths": {"/a": {                       | x.json: is neither JSON nor YAML, or ends too early, at line 1
          hello                                                       | x.json: is no Swagger 2.0, OpenAPI 3.0 or OpenAPI 3.1 document with paths
          {"openapi": "4.0.0", "paths": {}}                            | x.json: is no Swagger 2.0, OpenAPI 3.0 or OpenAPI 3.1 document with paths
          {"openapi": "3.0.0"}                                         | x.json: is no Swagger 2.0, OpenAPI 3.0 or OpenAPI 3.1 document with paths
          {"openapi": "3.0.0", "paths": {}, "servers": [{"url": "https://zoom.us.example/v2"}]} | x.json: is not Zoom's API: no server is of zoom.us
          {"openapi": "3.0.0", "paths": {}, "servers": [{"url": "https://api.zoom.us/v2"}]}     | x.json: has no operations
          """,
      quoteCharacter = '\u0001')
  void badFilesAreRefusedInOneLine(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), text);
    assertThatThrownBy(() -> Upstream.read(file.toString()))
        .isInstanceOf(UnusableException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parameters: [{$ref: '#/nope'}]                                        | #/nope
          parameters: [{$ref: 'other.json#/a'}]                                 | other.json#/a
          requestBody: {$ref: '#/components/requestBodies/Gone'}                | #/components/requestBodies/Gone
          responses: {'200': {$ref: '#/components/responses/Gone'}}             | #/components/responses/Gone
          responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}} | #/components/schemas/A
          responses: {'200': {content: {application/json: {schema: {type: object, properties: {a: {$ref: '#/components/schemas/Gone'}}}}}}} | #/components/schemas/Gone
          responses: {'200': {content: {application/json: {schema: {type: array, items: {allOf: [{$ref: '#/components/schemas/Gone'}]}}}}}} | #/components/schemas/Gone
          """)
  void aReferenceThatLeadsToNothingIsRefusedInOneLine(String operation, String reference)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("x.yaml"),
            """
            openapi: 3.0.3
            servers: [{url: 'https://api.zoom.us/v2'}]
            paths: {/things: {get: {%s}}}
            components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}}
            """
                .formatted(operation));
    assertThatThrownBy(() -> Upstream.read(file.toString()))
        .isInstanceOf(UnusableException.class)
        .hasMessage("x.yaml: $ref " + reference + " leads to nothing in this file; is it whole?");
  }

  @Test
  void jsonIsNoYaml() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("x.json"),
            """
            {
            \t"openapi": "3.0.0", "%s": 1,
            \t"servers": [{"url": "https:\\/\\/api.zoom.us\\/v2"}],
            \t"info": {"description": "%s"},
            \t"paths": {"\\/things": {"get": {}}}
            }
            """
                .formatted("x-".repeat(1000), "word ".repeat(800_000)));
    assertThat(Upstream.read(file.toString()).operations())
        .extracting(UpstreamOperation::path)
        .containsExactly("/things");
  }

  @Test
  void aFileThatIsNoTextIsRefusedInOneLine() throws IOException {
    Path file = Files.write(folder.resolve("x.json"), new byte[] {(byte) 0xff, 0, 1});
    assertThatThrownBy(() -> Upstream.read(file.toString()))
        .isInstanceOf(UnusableException.class)
        .hasMessage("x.json: cannot be read: it is no text in UTF-8");
  }

  @Test
  void missingFilesAreRefusedInOneLine() {
    assertThatThrownBy(() -> Upstream.read("gone.json"))
        .isInstanceOf(UnusableException.class)
        .hasMessage("gone.json: there is no such file");
    assertThatThrownBy(() -> Upstream.read(folder.toString()))
        .isInstanceOf(UnusableException.class)
        .hasMessage(folder + ": has no .json or .yaml file");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"${upstream}", " , "})
  void ofNoFileItSaysHowToNameOne(String names) {
    assertThatThrownBy(() -> Upstream.read(names))
        .isInstanceOf(UnusableException.class)
        .hasMessage("-Dupstream: say which file or folder, such as meetings.json");
  }

  private UpstreamOperation openApi(String responses) throws IOException {
    return read(
        "openapi: 3.0.0\nservers: [{url: 'https://api.zoom.us/v2'}]\n",
        "[]",
        "deprecated: false",
        responses);
  }

  private UpstreamOperation read(String head, String parameters, String more, String responses)
      throws IOException {
    String text =
        head
            + OPERATION.formatted(
                parameters.replaceAll("\\s*\\n\\s*", " "),
                more,
                responses.replaceAll("\\s*\\n\\s*", " "));
    Path file = Files.writeString(folder.resolve("upstream.yaml"), text);
    return Upstream.read(file.toString()).operations().get(0);
  }
}
