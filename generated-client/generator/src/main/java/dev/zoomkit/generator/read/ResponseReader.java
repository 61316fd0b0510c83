package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.ApiOperation.Response;
import dev.zoomkit.generator.java.ApiOperation.ResponseKind;
import dev.zoomkit.generator.java.JavaType;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Reads what comes back: JSON, bytes, or nothing. Where it may be JSON or bytes it is bytes, and
 * the JSON has its class all the same.
 */
final class ResponseReader {
  private static final String JSON = "application/json";

  private final ReaderContext context;
  private final Set<String> schemas = new TreeSet<>();

  ResponseReader(ReaderContext context) {
    this.context = context;
  }

  /** The schemas of all responses read so far, those of errors included. */
  Set<String> schemas() {
    return schemas;
  }

  /** Reads what a success returns; the schemas of errors are noted. */
  Response read(Map<String, ApiResponse> declaredResponses, String where) {
    List<Response> successes = new ArrayList<>();
    declaredResponses.forEach(
        (status, declared) -> {
          ApiResponse response = ModelUtils.getReferencedApiResponse(context.openApi(), declared);
          String place = where + ", response " + status;
          if (status.startsWith("2")) {
            successes.add(success(response, place));
          } else if (response.getContent() != null) {
            response.getContent().values().forEach(media -> type(media, place));
          }
        });
    List<Response> withBody =
        successes.stream().filter(response -> response.kind() != ResponseKind.NOTHING).toList();
    if (successes.isEmpty()) {
      context.problem(where, "no response of a success", "Add a 2xx response");
    }
    if (withBody.stream().map(Response::type).distinct().count() > 1) {
      context.problem(
          where,
          "several responses of a success with different bodies",
          "Give them one schema with the properties of all");
    }
    if (!withBody.isEmpty()) {
      return withBody.get(0);
    }
    return successes.isEmpty() ? new Response(ResponseKind.NOTHING, null, "") : successes.get(0);
  }

  private Response success(ApiResponse response, String where) {
    String description = context.prose().line(response.getDescription());
    Content content = response.getContent();
    if (content == null || content.isEmpty()) {
      return new Response(ResponseKind.NOTHING, null, description);
    }
    MediaType json = content.get(JSON);
    JavaType type = json == null ? null : type(json, where);
    return type == null || content.size() > 1
        ? new Response(ResponseKind.BYTES, null, description)
        : new Response(ResponseKind.JSON, type, description);
  }

  private JavaType type(MediaType media, String where) {
    JavaType type = context.types().of(media.getSchema(), where);
    if (type.schema() != null) {
      schemas.add(type.schema());
    }
    return type;
  }
}
