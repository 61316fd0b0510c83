package dev.zoomkit.mock.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An API beside Zoom's, by a description of its own: requests are routed and checked by it as those
 * for Zoom's are, but need no token. Thread-safe if what carries its operations out is.
 */
public final class SideApi {
  private static final Token ANYBODY = new Token("", new Grant(null, Set.of(), false), Instant.MAX);

  private final String path;
  private final ApiDescription description;
  private final Router router;
  private final Map<String, Function<Call, @Nullable JsonNode>> operations;

  /**
   * An API.
   *
   * @param path what all its paths begin with
   * @param operations what carries each operation out, by its id: returns the body of the response,
   *     or null where it has none, or throws an {@link IllegalArgumentException} that says what is
   *     wrong with the request
   * @throws IllegalArgumentException if they are not those of the description
   */
  public SideApi(
      String path,
      ApiDescription description,
      Map<String, Function<Call, @Nullable JsonNode>> operations) {
    Set<String> described = new TreeSet<>();
    for (DescribedOperation operation : description.operations()) {
      described.add(operation.id());
    }
    if (!described.equals(operations.keySet())) {
      throw new IllegalArgumentException(
          "The operations are " + described + ", not " + new TreeSet<>(operations.keySet()) + ".");
    }
    this.path = path;
    this.description = description;
    this.router = new Router(description);
    this.operations = Map.copyOf(operations);
  }

  boolean has(String requestPath) {
    return requestPath.equals(path) || requestPath.startsWith(path + "/");
  }

  Response respond(RequestHandler.Request request) {
    try {
      Router.Match match = router.match(request.method(), request.path());
      Call call =
          RequestCheck.call(
              description,
              match,
              ANYBODY,
              TextDecoder.ofForm(request.query()),
              Clock.systemUTC(),
              request.headers().get("Content-Type"),
              request.body());
      JsonNode result = operations.get(match.operation().id()).apply(call);
      int status = match.operation().success();
      return result == null ? Response.empty(status) : Response.json(status, result);
    } catch (ErrorResponseException refused) {
      return refused.response();
    } catch (IllegalArgumentException wrong) {
      return Response.error(400, 300, String.valueOf(wrong.getMessage()));
    } catch (RuntimeException | Error defect) {
      return Response.error(500, 500, "The mock itself failed: " + defect);
    }
  }
}
