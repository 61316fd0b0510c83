package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.contract.Mutation.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** What a client can do wrong in an operation, a kind a method. */
final class ClientMutations {

  private final BundledDescription description;
  private final Faults faults;

  ClientMutations(Sandbox sandbox) {
    this.description = sandbox.description;
    this.faults = new Faults(description, sandbox.mock.apiBase());
  }

  /** For each kind, the mutations of an operation; none where it has nothing of the kind. */
  Map<String, Function<Operation, List<Mutation>>> kinds() {
    Map<String, Function<Operation, List<Mutation>>> kinds = new LinkedHashMap<>();
    kinds.put("client encodes a UUID once", this::encodedOnce);
    kinds.put("client never takes the own path", this::neverOwn);
    kinds.put("client loses fields it does not know", this::unknownLost);
    kinds.put("client loses a parameter", this::lostParameters);
    kinds.put("client loses a field", this::lostOfClient);
    return kinds;
  }

  private Mutation client(String kind, Operation operation, String place, Fault fault) {
    return Mutation.of(Side.CLIENT, "client " + kind, operation, place, fault);
  }

  private List<Mutation> encodedOnce(Operation operation) {
    return description.parameters(operation).stream()
        .filter(parameter -> parameter.path("x-zoom-param").asText().equals("uuid"))
        .map(
            parameter ->
                client(
                    "encodes a UUID once",
                    operation,
                    parameter.get("name").textValue(),
                    faults.request(operation, request -> moved(request, "%25", "%"))))
        .toList();
  }

  private static Request moved(Request request, String from, String to) {
    HttpUrl url = request.url();
    String path = url.encodedPath().replace(from, to);
    return request.newBuilder().url(url.newBuilder().encodedPath(path).build()).build();
  }

  private List<Mutation> neverOwn(Operation operation) {
    return operation.onOwnAccount() || operation.onOwnAccountOnly()
        ? List.of(
            client(
                "never takes the own path",
                operation,
                "",
                faults.request(
                    operation,
                    request ->
                        request.url().encodedPath().contains("/accounts/")
                            ? request
                            : moved(request, "/v2/", "/v2/accounts/me/"))))
        : List.of();
  }

  private List<Mutation> unknownLost(Operation operation) {
    JsonNode schema = description.requestSchema(operation);
    return schema.isMissingNode()
        ? List.of()
        : List.of(
            client(
                "loses fields it does not know",
                operation,
                "",
                faults.body(
                    operation, body -> body.retain(description.properties(schema).keySet()))));
  }

  private List<Mutation> lostParameters(Operation operation) {
    return description.parameters(operation).stream()
        .filter(parameter -> parameter.get("in").textValue().equals("query"))
        .map(parameter -> parameter.get("name").textValue())
        .filter(name -> !name.equals("next_page_token"))
        .map(
            name ->
                client(
                    "loses a parameter",
                    operation,
                    name,
                    faults.request(operation, request -> MockMutations.without(request, name))))
        .toList();
  }

  private List<Mutation> lostOfClient(Operation operation) {
    return description.requestExample(operation).properties().stream()
        .map(Map.Entry::getKey)
        .map(
            name ->
                client(
                    "loses a field",
                    operation,
                    name,
                    faults.body(operation, body -> body.remove(name))))
        .toList();
  }
}
