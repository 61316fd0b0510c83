package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.http.SideApi;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@link MockZoom} can do, over HTTP, as {@code admin.json} describes it. */
final class AdminApi {
  static final String PATH = "/_mock";

  private final MockZoom mock;
  private final ObjectNode document;
  private final ApiDescription description;

  private AdminApi(MockZoom mock, ObjectNode document, ApiDescription description) {
    this.mock = mock;
    this.document = document;
    this.description = description;
  }

  static SideApi of(MockZoom mock, ApiDescription description) {
    ObjectNode document = read();
    String origin = mock.apiBase().resolve("/").toString();
    document.putArray("servers").addObject().put("url", origin.substring(0, origin.length() - 1));
    AdminApi api = new AdminApi(mock, document, description);
    return new SideApi(PATH, new ApiDescription(document), api.operations());
  }

  private static ObjectNode read() {
    try (InputStream json = AdminApi.class.getResourceAsStream("admin.json")) {
      String text = new String(json.readAllBytes(), StandardCharsets.UTF_8);
      return (ObjectNode) Objects.requireNonNull(Json.parse(text));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Map<String, Function<Call, @Nullable JsonNode>> operations() {
    return Map.ofEntries(
        Map.entry("describeMock", call -> describe()),
        Map.entry("describeWorld", call -> Json.object().set("accounts", mock.inventory())),
        Map.entry("makeWorld", call -> makeWorld(call.body())),
        Map.entry("describeAdminApi", call -> document),
        Map.entry("resetMock", call -> done(mock::reset)),
        Map.entry("seed", call -> seed(call.body())),
        Map.entry(
            "addUser", call -> Json.object().put("id", mock.addUser(text(call.body(), "email")))),
        Map.entry(
            "holdSession",
            call -> Json.object().put("uuid", SessionRequest.carryOut(mock, call.body()))),
        Map.entry("issueToken", call -> token(call.body())),
        Map.entry("signIn", call -> done(() -> signIn(call.body()))),
        Map.entry("answerConsent", call -> answerConsent(call.body())),
        Map.entry("answerDevice", call -> done(() -> answerDevice(call.body()))),
        Map.entry("revokeGrants", call -> done(() -> revoke(call.body()))),
        Map.entry("expireTokens", call -> done(() -> expire(call.body()))),
        Map.entry("playBack", call -> done(() -> playBack(call.body()))),
        Map.entry("scriptResponse", call -> done(() -> ScriptedResponse.add(mock, call.body()))),
        Map.entry("clearResponses", call -> done(() -> clear(call.query("operation_id")))),
        Map.entry("listRequests", call -> requests(call.query("operation_id"))),
        Map.entry("clearRequests", call -> done(mock::clearRequests)),
        Map.entry("getClock", call -> now()),
        Map.entry("advanceClock", call -> advance(call.body())),
        Map.entry("listTrust", call -> trust(call.query("operation_id"))),
        Map.entry("getDeviations", call -> deviations()),
        Map.entry("setDeviations", call -> deviate(call.body())),
        Map.entry("getCircumstances", call -> circumstances()),
        Map.entry("setCircumstances", call -> assume(call.body())),
        Map.entry("useCalls", call -> useCalls(call.body())));
  }

  private static @Nullable JsonNode done(Runnable action) {
    action.run();
    return null;
  }

  private ObjectNode describe() {
    return Json.object()
        .put("base_url", mock.apiBase().toString())
        .put("token_endpoint", mock.tokenEndpoint().toString())
        .put("account_id", MockZoom.ACCOUNT_ID)
        .put("client_id", MockZoom.CLIENT_ID)
        .put("client_secret", MockZoom.CLIENT_SECRET)
        .setAll(now());
  }

  private ObjectNode makeWorld(ObjectNode body) {
    mock.reset(AccountSeed.planned(WorldRequest.account(body)));
    return Json.object().set("accounts", mock.inventory());
  }

  private ObjectNode seed(ObjectNode body) {
    Map<String, String> path = texts(body.path("path"));
    String item = body.get("item").toString();
    ArrayNode ids = Json.array();
    mock.seed(text(body, "operation_id"), path, item, times(body)).forEach(ids::add);
    return Json.object().set("ids", ids);
  }

  static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }

  static int times(ObjectNode body) {
    return body.path("times").asInt(1);
  }

  private ObjectNode token(ObjectNode body) {
    if (body.has("user_id") != body.has("scopes")) {
      throw ErrorResponseException.ofField(
          "scopes", "Has to be there with a user_id, and only then; the app's own token has all.");
    }
    return Json.object()
        .put(
            "access_token",
            body.has("user_id")
                ? mock.userToken(text(body, "user_id"), scopes(body))
                : mock.appToken());
  }

  private void signIn(ObjectNode body) {
    mock.signIn(text(body, "user_id"), scopes(body));
  }

  private static String[] scopes(ObjectNode body) {
    return Json.texts(body.path("scopes")).toArray(String[]::new);
  }

  private ObjectNode answerConsent(ObjectNode body) {
    URI url;
    try {
      url = new URI(text(body, "url"));
    } catch (URISyntaxException none) {
      throw ErrorResponseException.ofField(
          "url", "Has to be a link of the app, not \"" + text(body, "url") + "\".");
    }
    URI location = body.path("granted").asBoolean() ? mock.authorize(url) : mock.deny(url);
    return Json.object().put("location", location.toString());
  }

  private void answerDevice(ObjectNode body) {
    String userCode = text(body, "user_code");
    if (body.path("granted").asBoolean()) {
      mock.authorizeDevice(userCode);
    } else {
      mock.denyDevice(userCode);
    }
  }

  private void revoke(ObjectNode body) {
    String userId = text(body, "user_id");
    if (body.path("access_tokens_only").asBoolean()) {
      mock.revokeTokens(userId);
    } else {
      mock.revokeGrants(userId);
    }
  }

  private void expire(ObjectNode body) {
    if (body.has("user_id")) {
      mock.expireTokens(text(body, "user_id"));
    } else {
      mock.expireTokens();
    }
  }

  private void playBack(ObjectNode body) {
    List<String> lines = new ArrayList<>();
    body.path("exchanges").forEach(exchange -> lines.add(exchange.toString()));
    mock.playBack(lines);
  }

  private void clear(JsonNode operationId) {
    (operationId.isMissingNode() ? mock.onAny() : mock.on(operationId.asText())).clear();
  }

  private ObjectNode requests(JsonNode operationId) {
    List<String> asked =
        operationId.isMissingNode() ? List.of() : List.of(mock.known(operationId.asText()));
    ObjectNode all = Json.object();
    ArrayNode rows = all.putArray("requests");
    RequestLog.Snapshot snapshot = mock.seen();
    for (SeenRequest seen : snapshot.kept()) {
      if (asked.isEmpty() || asked.contains(seen.operation())) {
        rows.add(row(seen));
      }
    }
    ObjectNode counts = all.putObject("counts");
    snapshot
        .counts()
        .forEach(
            (name, count) -> {
              if (asked.isEmpty() || asked.contains(name)) {
                counts
                    .putObject(name)
                    .put("all", count.all())
                    .put("calls", count.calls())
                    .put("refused", count.refused());
              }
            });
    return all;
  }

  private ObjectNode row(SeenRequest seen) {
    MockRequest request = seen.request();
    ObjectNode row = Json.object();
    if (request.operationId() != null) {
      row.put("operation_id", request.operationId());
    }
    row.put("method", request.method()).put("path", request.path());
    ObjectNode headers = row.putObject("headers");
    request.headers().forEach(headers::put);
    row.put("body", Arrivals.shownBody(mock, request));
    if (seen.status() > 0) {
      row.put("status", seen.status());
    }
    if (!seen.refusal().isEmpty()) {
      row.put("refusal", seen.refusal());
    }
    return row;
  }

  private ObjectNode now() {
    return Json.object().put("now", mock.clock().instant().toString());
  }

  private ObjectNode advance(ObjectNode body) {
    mock.clock().advance(duration(body, "by"));
    return now();
  }

  private ObjectNode trust(JsonNode operationId) {
    ObjectNode levels = Json.object();
    List<DescribedOperation> asked =
        operationId.isMissingNode()
            ? description.operations()
            : List.of(description.operation(operationId.asText()));
    asked.forEach(one -> levels.put(one.id(), mock.trust(one.id()).name()));
    return Json.object().set("operations", levels);
  }

  private ObjectNode deviations() {
    ArrayNode names = Json.array();
    mock.deviations().forEach(deviation -> names.add(deviation.name()));
    return Json.object().set("deviations", names);
  }

  private ObjectNode deviate(ObjectNode body) {
    mock.deviate(Deviation.named(Json.texts(body.path("deviations"))));
    return deviations();
  }

  private ObjectNode circumstances() {
    ArrayNode words = Json.array();
    mock.assumed().forEach(words::add);
    return Json.object().set("circumstances", words);
  }

  private ObjectNode assume(ObjectNode body) {
    mock.assume(Set.copyOf(Json.texts(body.path("circumstances"))));
    return circumstances();
  }

  private ObjectNode useCalls(ObjectNode body) {
    return Json.object()
        .put("let_through", mock.useCalls(text(body, "label"), body.get("calls").asInt()));
  }

  static Duration duration(ObjectNode body, String name) {
    try {
      return Duration.parse(text(body, name));
    } catch (DateTimeParseException none) {
      throw ErrorResponseException.ofField(
          name, "Has to be a duration such as PT1H30M, not \"" + text(body, name) + "\".");
    }
  }

  private static String text(ObjectNode body, String name) {
    return body.path(name).asText();
  }
}
