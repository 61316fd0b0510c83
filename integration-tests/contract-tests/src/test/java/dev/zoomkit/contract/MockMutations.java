package dev.zoomkit.contract;

import static dev.zoomkit.contract.Mutation.Side.MOCK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.contract.DocumentedErrors.DocumentedError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** What a mock can do wrong in an operation, a kind a method. */
final class MockMutations {

  private static final String STRANGER = "9{11}|/0{6,}";

  private final Sandbox sandbox;
  private final BundledDescription description;
  private final Faults faults;
  private final Boundaries boundaries;
  private final LifecyclesCheck lifecycles;

  MockMutations(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.description = sandbox.description;
    this.faults = new Faults(description, sandbox.mock.apiBase());
    this.boundaries = new Boundaries(description, sandbox.requests);
    this.lifecycles = new LifecyclesCheck(sandbox, finding -> {});
  }

  /** For each kind, the mutations of an operation; none where it has nothing of the kind. */
  Map<String, Function<Operation, List<Mutation>>> kinds() {
    Map<String, Function<Operation, List<Mutation>>> kinds = new LinkedHashMap<>();
    kinds.put("mock drops a field of a response", this::droppedFields);
    kinds.put("mock sends a field of another type", this::otherTypes);
    kinds.put("mock succeeds with another status", this::otherStatus);
    kinds.put("mock refuses with another code", this::otherCodes);
    kinds.put("mock has another code for absence", this::otherAbsence);
    kinds.put("mock deletes nothing", this::deletesNothing);
    kinds.put("mock takes expired tokens", op -> taken(op, "takes expired tokens", "expired"));
    kinds.put("mock takes revoked tokens", op -> taken(op, "takes revoked tokens", "revoked"));
    kinds.put("mock checks no scopes", op -> taken(op, "checks no scopes", "contain scopes"));
    kinds.put("mock does not keep a keyword", this::keywordsNotKept);
    kinds.put("mock refuses a value of an enumeration", this::valuesRefused);
    kinds.put("mock skips rows of a page", this::skippedRows);
    kinds.put("mock ignores a filter", this::ignoredFilters);
    kinds.put("mock loses a field of a request", this::lostFields);
    kinds.put("mock replaces where it should merge", this::replaced);
    kinds.put("mock has another path", this::otherPath);
    kinds.put("mock serves sub-accounts what they lack", this::served);
    return kinds;
  }

  private Mutation mock(String kind, Operation operation, String place, Fault fault) {
    return Mutation.of(MOCK, "mock " + kind, operation, place, fault);
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private List<Mutation> each(List<String> places, Function<String, Mutation> mutation) {
    return places.stream().map(mutation).toList();
  }

  private List<Mutation> droppedFields(Operation operation) {
    return each(
        names(description.responseExample(operation)),
        name ->
            mock(
                "drops a field of a response",
                operation,
                name,
                faults.success(operation, body -> body.remove(name))));
  }

  private List<Mutation> otherTypes(Operation operation) {
    return each(
        names(description.responseExample(operation)),
        name ->
            mock(
                "sends a field of another type",
                operation,
                name,
                faults.success(
                    operation,
                    body -> {
                      if (body.has(name)) {
                        body.putObject(name).put("value", true);
                      }
                    })));
  }

  private List<Mutation> otherStatus(Operation operation) {
    Fault fault =
        faults.response(
            operation,
            (request, response) ->
                response.isSuccessful()
                    ? Bodies.with(response, 202, Faults.json(response))
                    : response);
    return List.of(mock("succeeds with another status", operation, "", fault));
  }

  private List<Mutation> otherCodes(Operation operation) {
    List<Mutation> mutations = new ArrayList<>();
    for (DocumentedError error : DocumentedErrors.of(operation)) {
      mutations.add(otherCode("refuses with another code", operation, error.toString(), error, ""));
    }
    return mutations;
  }

  /** Of what the mock itself refuses; what it is told to refuse stays right. */
  private List<Mutation> otherAbsence(Operation operation) {
    Mutation other =
        otherCode("has another code for absence", operation, "", null, ".*(" + STRANGER + ").*");
    return AbsenceCheck.isDocumented(operation) ? List.of(other) : List.of();
  }

  private Mutation otherCode(
      String kind,
      Operation operation,
      String place,
      @Nullable DocumentedError error,
      String paths) {
    Fault fault =
        faults.response(
            operation,
            (request, response) -> {
              JsonNode body = Faults.json(response);
              boolean right =
                  error == null
                      ? request.url().encodedPath().matches(paths) && response.code() >= 400
                      : response.code() == error.status()
                          && body.path("code").asInt() == error.code();
              return right && body instanceof ObjectNode object
                  ? Bodies.with(response, response.code(), object.put("code", 4999))
                  : response;
            });
    return mock(kind, operation, place, fault);
  }

  private List<Mutation> deletesNothing(Operation operation) {
    return operation.method().equals("DELETE")
        ? List.of(mock("deletes nothing", operation, "", faults.notDone(operation)))
        : List.of();
  }

  private List<Mutation> taken(Operation operation, String kind, String message) {
    return List.of(
        mock(
            kind,
            operation,
            "",
            faults.taken(operation, error -> error.path("message").asText().contains(message))));
  }

  private List<Mutation> keywordsNotKept(Operation operation) {
    return boundaries.of(operation).stream()
        .filter(boundary -> !boundary.bad().isEmpty())
        .map(
            boundary ->
                mock(
                    "does not keep a keyword",
                    operation,
                    boundary.name(),
                    faults.taken(
                        operation,
                        error ->
                            error
                                .path("errors")
                                .findValuesAsText("field")
                                .contains(boundary.field()))))
        .toList();
  }

  private List<Mutation> valuesRefused(Operation operation) {
    List<Mutation> mutations = new ArrayList<>();
    for (Boundary boundary : boundaries.of(operation)) {
      String place = boundary.place();
      boolean path = description.parameter(operation, place).path("in").asText().equals("path");
      if (boundary.keyword().equals("enum") && !path) {
        RawRequest last = boundary.good().get(boundary.good().size() - 1);
        mutations.add(
            mock(
                "refuses a value of an enumeration",
                operation,
                place,
                faults.refused(operation, request -> hasSame(request, last, place))));
      }
    }
    return mutations;
  }

  private static boolean hasSame(Request request, RawRequest other, String place) {
    return place.startsWith("/")
        ? RawRequests.at(Faults.json(request), place).equals(RawRequests.at(other.body(), place))
        : other.query().get(place).equals(request.url().queryParameter(place));
  }

  private List<Mutation> skippedRows(Operation operation) {
    if (description.parameter(operation, "page_size").isMissingNode() || !operation.isPaged()) {
      return List.of();
    }
    return List.of(
        mock(
            "skips rows of a page",
            operation,
            operation.items(),
            faults.response(
                operation,
                (request, response) -> {
                  JsonNode body = Faults.json(response).deepCopy();
                  String token = request.url().queryParameter("next_page_token");
                  String number = request.url().queryParameter("page_number");
                  JsonNode rows = operation.itemsOf(body);
                  if ("2".equals(number) || token != null) {
                    if (rows instanceof ArrayNode list && !list.isEmpty()) {
                      list.remove(0);
                      return Bodies.with(response, response.code(), body);
                    }
                  }
                  return response;
                })));
  }

  private List<Mutation> ignoredFilters(Operation operation) {
    return each(
        new ListCheck(sandbox, finding -> {}).filterNames(operation),
        name ->
            mock(
                "ignores a filter",
                operation,
                name,
                faults.request(operation, request -> without(request, name))));
  }

  static Request without(Request request, String name) {
    HttpUrl url = request.url().newBuilder().removeAllQueryParameters(name).build();
    return request.newBuilder().url(url).build();
  }

  /** Fields that a GET shows afterwards. */
  private List<Mutation> lostFields(Operation operation) {
    return each(
        shown(operation),
        name ->
            mock(
                "loses a field of a request",
                operation,
                name,
                faults.body(operation, body -> body.remove(name))));
  }

  private List<String> shown(Operation write) {
    Optional<Operation> read =
        lifecycles.lives().stream()
            .filter(life -> life.creation().equals(write))
            .map(Life::itemPath)
            .findFirst()
            .or(
                () ->
                    Optional.of(write.masterPath()).filter(path -> !write.method().equals("POST")))
            .flatMap(path -> description.on(path, "GET"));
    if (read.isEmpty()) {
      return List.of();
    }
    Map<String, JsonNode> properties =
        description.properties(description.responseSchema(read.get()));
    return names(description.requestExample(write)).stream()
        .filter(properties::containsKey)
        .toList();
  }

  private List<Mutation> replaced(Operation operation) {
    if (!operation.method().equals("PATCH") || shown(operation).isEmpty()) {
      return List.of();
    }
    Fault fault = new ReplacingFault(description, faults, operation);
    return List.of(mock("replaces where it should merge", operation, "", fault));
  }

  private List<Mutation> otherPath(Operation operation) {
    return List.of(mock("has another path", operation, "", faults.renamed(operation)));
  }

  private List<Mutation> served(Operation operation) {
    return operation.onOwnAccountOnly()
        ? List.of(
            mock("serves sub-accounts what they lack", operation, "", faults.served(operation)))
        : List.of();
  }
}
