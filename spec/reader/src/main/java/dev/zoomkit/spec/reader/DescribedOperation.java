package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One operation of the description with everything the mock asks of it. Immutable. */
public final class DescribedOperation {
  private static final String JSON = "application/json";

  private final String id;
  private final String method;
  private final String path;
  private final Found at;
  private final JsonNode node;
  private final List<Parameter> parameters = new ArrayList<>();
  private final @Nullable Content request;
  private final boolean requestRequired;
  private final int success;
  private final @Nullable Content response;
  private final @Nullable String binaryResponse;
  private volatile @Nullable List<DocumentedError> errors;
  private final Set<String> scopesOfMaster;
  private final Set<String> scopesOfOwn;

  DescribedOperation(ApiDescription description, Found at, String path, String method) {
    this.path = path;
    this.method = method.toUpperCase(Locale.ROOT);
    this.at = at;
    this.node = at.node();
    this.id = node.path("operationId").asText();
    for (Found parameter : description.parameters(at)) {
      parameters.add(new Parameter(description, parameter));
    }
    if (node.has("requestBody")) {
      Found body = description.within(at, "requestBody");
      this.request = Content.of(description, body);
      this.requestRequired = body.node().path("required").asBoolean();
    } else {
      this.request = null;
      this.requestRequired = false;
    }
    String status = successStatus();
    this.success = Integer.parseInt(status);
    Found response = description.within(at, "responses", status);
    JsonNode content = response.node().path("content");
    this.response = content.has(JSON) ? Content.of(description, response) : null;
    this.binaryResponse = otherThanJson(content);
    JsonNode scopes = node.path("x-zoom-scopes");
    this.scopesOfMaster = either(scopes.path(scopes.has("master") ? "master" : "own"));
    this.scopesOfOwn = scopes.has("own") ? either(scopes.path("own")) : scopesOfMaster;
  }

  private static @Nullable String otherThanJson(JsonNode content) {
    for (var type : content.properties()) {
      if (!type.getKey().equals(JSON)) {
        return type.getKey();
      }
    }
    return null;
  }

  private String successStatus() {
    List<Found> successes = OpenApiDocument.successes(at);
    if (successes.isEmpty()) {
      throw new IllegalArgumentException(id + " has no response of 2xx.");
    }
    return successes.get(0).name();
  }

  public String id() {
    return id;
  }

  /** The whole of it, and where it stands. */
  public Found at() {
    return at;
  }

  /** {@code GET}, {@code POST} … */
  public String method() {
    return method;
  }

  /** The path as the description has it, of a sub-account where the operation exists there. */
  public String path() {
    return path;
  }

  /** The other path, for the caller's own account; null where the operation has none. */
  public @Nullable String ownPath() {
    return node.has("x-zoom-own-path") ? node.get("x-zoom-own-path").asText() : null;
  }

  /** Whether no sub-account has it: the path names no account, and own scopes alone open it. */
  public boolean isForOwnAccountOnly() {
    JsonNode scopes = node.path("x-zoom-scopes");
    return scopes.has("own") && !scopes.has("master");
  }

  /** Where a sub-account would have what only the own account has; null where it has it. */
  public @Nullable String missingMasterPath() {
    return isForOwnAccountOnly() ? "/accounts/{accountId}" + path() : null;
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  public @Nullable Parameter pathParameter(String name) {
    for (Parameter parameter : parameters) {
      if (parameter.inPath() && parameter.name().equals(name)) {
        return parameter;
      }
    }
    return null;
  }

  public @Nullable Parameter queryParameter(String name) {
    for (Parameter parameter : parameters) {
      if (parameter.inQuery() && parameter.name().equals(name)) {
        return parameter;
      }
    }
    return null;
  }

  /** The request's body; null where it takes none. */
  public @Nullable Content request() {
    return request;
  }

  public boolean requestRequired() {
    return requestRequired;
  }

  /** The status of success. */
  public int success() {
    return success;
  }

  /** The JSON response of success; null where it has none. */
  public @Nullable Content response() {
    return response;
  }

  /** The media type of a response that is no JSON, such as a PDF; null where there is none. */
  public @Nullable String binaryResponse() {
    return binaryResponse;
  }

  /**
   * The rate label as Zoom spells it in {@code X-RateLimit-Category}; empty where the description
   * has none.
   */
  public String rateCategory() {
    String label = node.path("x-zoom-rate-limit").asText();
    return label.isEmpty()
        ? ""
        : label.charAt(0) + label.substring(1).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The tag of the operation. */
  public String category() {
    return node.path("tags").path(0).asText();
  }

  /** What it does, in a few words. */
  public String summary() {
    return node.path("summary").asText();
  }

  public boolean deprecated() {
    return node.path("deprecated").asBoolean();
  }

  /** A key of the operation itself, such as {@code x-zoom-effect}; missing where it has none. */
  public JsonNode key(String name) {
    return node.path(name);
  }

  /** The limits that it has besides that of its label. */
  public List<Limit> limits() {
    List<Limit> limits = new ArrayList<>();
    for (JsonNode row : node.path("x-zoom-limits")) {
      limits.add(
          new Limit(
              row.path("calls"),
              row.path("period").asText(),
              Json.texts(row.path("by")),
              row.path("pool").asText()));
    }
    return limits;
  }

  /** Whether other calls of its category fail while it runs. */
  public boolean runsAlone() {
    return node.path("x-zoom-alone").asBoolean();
  }

  /** The dotted path of a paged response's items; null where the response is not paged. */
  public @Nullable String pagedItems() {
    JsonNode items = node.path("x-zoom-paging").path("items");
    return items.isTextual() ? items.asText() : null;
  }

  /** Whether no source has the response. */
  public boolean isInferred() {
    return node.has("x-zoom-inferred");
  }

  /** The properties that tell a paged item from all others; empty where none do. */
  public List<String> pageIdentity() {
    return Json.texts(node.path("x-zoom-paging").path("identity"));
  }

  /**
   * The days that a call may cover, {@code x-zoom-date-window}; missing where that is not stated.
   */
  public JsonNode window() {
    return node.path("x-zoom-date-window");
  }

  /** The query parameter that lists the ids of what to delete; null where there is none. */
  public @Nullable Parameter idsParameter() {
    for (Parameter parameter : parameters) {
      String name = parameter.name();
      if (parameter.inQuery() && (name.equals("ids") || name.endsWith("_ids"))) {
        return parameter;
      }
    }
    return null;
  }

  public boolean isMarkedAsList() {
    return node.has("x-zoom-paging") || node.has("x-zoom-not-paged");
  }

  /** Whether the description has a response of the status. */
  public boolean documents(int status) {
    return node.path("responses").has(Integer.toString(status));
  }

  /** What Zoom's errors mean here. */
  public List<DocumentedError> errors() {
    List<DocumentedError> known = errors;
    if (known == null) {
      known = List.copyOf(readErrors());
      errors = known;
    }
    return known;
  }

  private List<DocumentedError> readErrors() {
    List<DocumentedError> errors = new ArrayList<>();
    for (JsonNode row : node.path("x-zoom-errors")) {
      errors.add(
          new DocumentedError(
              row.path("status").asInt(),
              row.has("code") ? row.get("code").asInt() : null,
              row.path("meaning").asText(),
              Json.texts(row.path("missing")),
              Json.texts(row.path("when")),
              row.has("setting") ? Setting.of(row.get("setting")) : null));
    }
    return errors;
  }

  /**
   * The scopes of which any one suffices; empty where the description asks for none. An operation
   * that has one kind of account only needs that one's for either.
   */
  public Set<String> scopes(boolean ownAccount) {
    return ownAccount ? scopesOfOwn : scopesOfMaster;
  }

  public Set<String> everyScope() {
    Set<String> all = new LinkedHashSet<>(scopesOfOwn);
    all.addAll(scopesOfMaster);
    return all;
  }

  /** Those of every scope that let an administrator act for other users. */
  public Set<String> adminScopes() {
    Set<String> all = everyScope();
    all.removeIf(scope -> !isOfAdministrators(scope + ":"));
    return all;
  }

  private static boolean isOfAdministrators(String scope) {
    return scope.contains(":admin:") || scope.contains(":master:");
  }

  private static Set<String> either(JsonNode scopes) {
    Set<String> either = new LinkedHashSet<>(Json.texts(scopes.path("granular")));
    either.addAll(Json.texts(scopes.path("classic")));
    return Collections.unmodifiableSet(either);
  }

  @Override
  public String toString() {
    return id;
  }

  /**
   * A row of {@code x-zoom-limits}.
   *
   * @param byPlan a number, or one for each plan
   * @param period an ISO duration
   * @param by path parameters, and fields of the body
   * @param pool empty where the operation counts for itself
   */
  public record Limit(JsonNode byPlan, String period, List<String> by, String pool) {

    /** How many calls the period takes. */
    public int calls(String plan) {
      return byPlan.isObject() ? byPlan.path(plan).asInt() : byPlan.asInt();
    }
  }

  /**
   * A row of {@code x-zoom-errors}.
   *
   * @param code null where Zoom sends none
   * @param missing the kinds of things that are missing then; empty where none is
   * @param when the circumstances that lead to it; empty where it comes of something else
   * @param setting what is off then; null where it comes of no setting
   */
  public record DocumentedError(
      int status,
      @Nullable Integer code,
      String meaning,
      List<String> missing,
      List<String> when,
      @Nullable Setting setting) {

    /** The code that a response has: the status where Zoom sends none. */
    public int sentCode() {
      return code == null ? status : code;
    }

    /** Whether the description tells two errors apart by nothing but status and code. */
    public boolean hasCauseOf(DocumentedError other) {
      return meaning.equals(other.meaning)
          || !Collections.disjoint(when, other.when)
          || !missing.isEmpty() && missing.equals(other.missing);
    }
  }

  /**
   * What is off where a row of {@code x-zoom-errors} says so.
   *
   * @param ofSession whether it is the meeting's or webinar's own, and not its host's
   * @param path the dotted path; {@code {session}} stands for the kind of session
   */
  public record Setting(boolean ofSession, String path) {
    private static Setting of(JsonNode node) {
      return new Setting(node.path("of").asText().equals("session"), node.path("name").asText());
    }
  }
}
