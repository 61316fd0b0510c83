package dev.zoomkit.mock.realism;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.DescribedOperation.DocumentedError;
import dev.zoomkit.spec.reader.Json;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Deviations of a refusal: its status, its code, its words, and whether it is JSON at all. */
final class Refusals {
  private static final int NO_SCOPE = 4711;
  private static final int NO_SCOPE_BROKEN = 104;
  private static final int[] NO_SCOPE_CODES = {NO_SCOPE, 4700, NO_SCOPE_BROKEN};
  private static final int TOO_MANY = 429;
  private static final Pattern SCOPES = Pattern.compile("scopes:\\[(.*)]");

  private final Set<Kind> kinds;
  private final Chance chance;
  private final Turns turns = new Turns();

  Refusals(Set<Kind> kinds, Chance chance) {
    this.kinds = kinds;
    this.chance = chance;
  }

  Response changed(DescribedOperation operation, Response response) {
    if (!(Json.parse(response.text()) instanceof ObjectNode error)) {
      return response;
    }
    if (response.status() == TOO_MANY) {
      return kinds.contains(Kind.BARE_ERRORS) ? withoutAdvice(response) : response;
    }
    DocumentedError other = other(operation, response.status(), error.path("code").asInt());
    if (other != null) {
      return Response.error(other.status(), other.sentCode(), error.path("message").asText());
    }
    if (error.path("code").asInt() == NO_SCOPE) {
      return noScope(operation, response, error);
    }
    if (kinds.contains(Kind.BARE_ERRORS) && error.has("errors")) {
      return Response.error(
          response.status(),
          error.path("code").asInt(),
          "Request Body should be a valid JSON object.");
    }
    return response;
  }

  /** The documented error that is sent in the place of a refusal; null where it stays. */
  private @Nullable DocumentedError other(DescribedOperation operation, int status, int code) {
    DocumentedError success =
        kinds.contains(Kind.PSEUDO_SUCCESSES) ? asSuccess(operation, status, code) : null;
    return success != null || !kinds.contains(Kind.OTHER_CODES)
        ? success
        : turns.next(operation, status, code);
  }

  /** What a refusal is sent as with a status of success; null where it is not sent so. */
  private static @Nullable DocumentedError asSuccess(
      DescribedOperation operation, int status, int code) {
    DocumentedError refused = Turns.row(operation, status, code);
    return operation.errors().stream()
        .filter(row -> row.status() < 300)
        .filter(
            row ->
                status == 400 && row.missing().isEmpty()
                    || refused != null && row.hasCauseOf(refused))
        .findFirst()
        .orElse(null);
  }

  private static Response withoutAdvice(Response response) {
    return response
        .withoutHeader("X-RateLimit-Type")
        .withoutHeader("X-RateLimit-Reset")
        .withoutHeader("Retry-After");
  }

  private Response noScope(DescribedOperation operation, Response response, ObjectNode error) {
    Matcher scopes = SCOPES.matcher(error.path("message").asText());
    if (!scopes.find()) {
      return response;
    }
    List<String> names = List.of(scopes.group(1).split(", "));
    boolean both = kinds.contains(Kind.SCOPE_ERRORS) && kinds.contains(Kind.BROKEN_ERROR_JSON);
    boolean broken =
        both
            ? chance.pick("broken " + operation.id(), 2) == 0
            : kinds.contains(Kind.BROKEN_ERROR_JSON);
    if (broken) {
      // The quotes within the message are not escaped, as Zoom sends them.
      String list = "[\"" + String.join("\",\"", names) + "\"]";
      return response.withText(
          "{\"code\":%d,\"message\":\"Invalid access token, does not contain scopes:%s.\"}"
              .formatted(NO_SCOPE_BROKEN, list));
    }
    if (!kinds.contains(Kind.SCOPE_ERRORS)) {
      return response;
    }
    String space = chance.pick("space " + operation.id(), 2) == 0 ? " " : "";
    String comma = chance.pick("comma " + operation.id(), 2) == 0 ? ", " : ",";
    error.put("code", NO_SCOPE_CODES[chance.pick("code " + operation.id(), 3)]);
    error.put(
        "message",
        "Invalid access token, does not contain scopes:%s[%s]."
            .formatted(space, String.join(comma, names)));
    return response.withText(Json.text(error));
  }

  /** An error of the authorisation server, without its reason. */
  Response ofOauth(Response response) {
    boolean bare =
        kinds.contains(Kind.BARE_ERRORS)
            && response.status() >= 400
            && Json.parse(response.text()) instanceof ObjectNode error
            && error.has("reason");
    if (!bare) {
      return response;
    }
    ObjectNode error = (ObjectNode) Objects.requireNonNull(Json.parse(response.text()));
    return response.withText(Json.text(error.without("reason")));
  }
}
