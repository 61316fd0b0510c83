package dev.zoomkit.mock.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What people look at in a browser: {@code /}, what there is, and {@code /docs}, the description to
 * be read and called, by the Swagger UI of {@code org.webjars:swagger-ui} where that is on the
 * class path. Nothing of it comes from elsewhere. Thread-safe.
 */
final class BrowserPages {
  private static final String OWN = "pages/";
  private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
  private static final String WEBJAR_PROPERTIES =
      "META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "md", "text/plain; charset=utf-8");

  /** The files by their paths: those of the mock, and those of Swagger UI that they need. */
  private static final Map<String, String> FILES =
      Map.of(
          "/", OWN + "index.html",
          "/pages/index.js", OWN + "index.js",
          "/pages/page.css", OWN + "page.css",
          "/not-imitated", OWN + "not-imitated.md",
          "/docs", OWN + "docs.html",
          "/docs/docs.js", OWN + "docs.js",
          "/docs/swagger-ui.css", WEBJAR + "swagger-ui.css",
          "/docs/swagger-ui-bundle.js", WEBJAR + "swagger-ui-bundle.js");

  private static final String DESCRIPTION = "/docs/zoom.json";

  private final ApiDescription description;
  private final URI origin;
  private final Evidence evidence;

  BrowserPages(ApiDescription description, URI origin, Evidence evidence) {
    this.description = description;
    this.origin = origin;
    this.evidence = evidence;
  }

  /** What a path leads to; null where it is no page's. */
  @Nullable Response get(RequestHandler.Request request) {
    String path = request.path();
    if (!path.equals(DESCRIPTION) && !FILES.containsKey(path)) {
      return null;
    }
    if (!request.method().equals("GET")) {
      return Response.error(405, 2300, path + " does not support " + request.method() + ".")
          .withHeader("Allow", "GET");
    }
    try {
      return path.equals(DESCRIPTION) ? Response.json(200, ofThisMock()) : file(FILES.get(path));
    } catch (ErrorResponseException missing) {
      return missing.response();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Response file(String name) throws IOException {
    try (InputStream file = name.startsWith(OWN) ? own(name) : webjar(name)) {
      byte[] content = file.readAllBytes();
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      return Response.repeated(200, type, content, content.length)
          .withHeader("Content-Security-Policy", POLICY);
    }
  }

  private static InputStream own(String name) throws IOException {
    InputStream file = BrowserPages.class.getResourceAsStream(name);
    if (file == null) {
      throw new IOException("The mock lacks its " + name + ".");
    }
    return file;
  }

  private static InputStream webjar(String name) throws IOException {
    ClassLoader loader = BrowserPages.class.getClassLoader();
    InputStream file = null;
    try (InputStream about = loader.getResourceAsStream(WEBJAR_PROPERTIES)) {
      if (about != null) {
        Properties properties = new Properties();
        properties.load(about);
        String version = properties.getProperty("version");
        file = loader.getResourceAsStream(name.replace(WEBJAR, WEBJAR + version + "/"));
      }
    }
    if (file == null) {
      throw new ErrorResponseException(
          404, 2300, "The description is drawn by Swagger UI: add org.webjars:swagger-ui.");
    }
    return file;
  }

  /**
   * The description, with this mock where it speaks of Zoom's servers, and with how far it is to be
   * trusted. Optional parameters have no examples, which Swagger UI would send as values.
   */
  private ObjectNode ofThisMock() {
    ObjectNode document = (ObjectNode) description.document().deepCopy();
    document.putArray("servers").addObject().put("url", origin + "/v2");
    for (JsonNode parameter : document.findParents("in")) {
      if (parameter.path("in").asText().equals("query")
          && !parameter.path("required").asBoolean()) {
        ((ObjectNode) parameter).remove(List.of("example", "examples"));
      }
    }
    for (JsonNode node : document.findParents("operationId")) {
      DescribedOperation operation = description.operation(node.path("operationId").asText());
      ((ObjectNode) node)
          .put("x-mock-trust", evidence.of(operation))
          .put("description", node.path("description").asText() + trust(operation));
    }
    String schemes = document.at("/components/securitySchemes").toString();
    document
        .withObject("/components")
        .set(
            "securitySchemes",
            Json.parse(schemes.replace("https://zoom.us/oauth/", origin + "/oauth/")));
    return document;
  }

  private String trust(DescribedOperation operation) {
    return "\n\nThe mock's response: "
        + switch (evidence.of(operation)) {
          case Evidence.INFERRED -> "inferred, as no source has it.";
          case Evidence.EXAMPLE -> "as described, and it agrees with the documented example.";
          default -> "as described.";
        };
  }
}
