package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.contract.Finding.Rule;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Tokens that have to be refused, and scopes, each of which has to suffice by itself. */
final class AccessCheck {

  private static final int INVALID_TOKEN = 124;
  private static final int REVOKED_TOKEN = 4741;
  private static final int NO_SCOPE = 4711;
  private static final int FOREIGN = 6;
  private static final List<String> KINDS = List.of("classic", "granular");

  private final Sandbox sandbox;
  private final Consumer<Finding> found;

  AccessCheck(Sandbox sandbox, Consumer<Finding> found) {
    this.sandbox = sandbox;
    this.found = found;
  }

  void check(Operation operation) throws IOException {
    RawRequest request = sandbox.requests.needed(operation);
    tokens(request);
    if (operation.onOwnAccountOnly()) {
      scopes(request, "own");
      belowAccount(request);
      return;
    }
    scopes(request, "master");
    if (operation.onOwnAccount()) {
      scopes(sandbox.requests.forOwnAccount(request), "own");
    }
  }

  /** What the own account alone has is not there for a sub-account, and the refusal names it. */
  private void belowAccount(RawRequest request) throws IOException {
    sandbox.mock.reset();
    Operation operation = request.operation();
    String account = sandbox.mock.example("accountId");
    RawRequest below =
        new RawRequest(
                operation.belowAccount(), false, request.path(), request.query(), request.body())
            .withPath("accountId", account);
    Exchange exchange = sandbox.raw().exchange(below);
    if (exchange.status() != 404 || !exchange.text().contains(operation.id())) {
      add(operation, "is not refused below a sub-account: " + exchange + ": " + exchange.text());
    }
  }

  private void tokens(RawRequest request) throws IOException {
    MockZoom mock = sandbox.mock;
    mock.reset();
    refused(request, "none", 401, INVALID_TOKEN, "a token that is none");
    String expired = mock.appToken();
    mock.expireTokens();
    refused(request, expired, 401, INVALID_TOKEN, "an expired token");
    String user = mock.example("userId");
    String path = request.operation().onOwnAccountOnly() ? "own" : "master";
    String scope = of(request.operation(), path).stream().findFirst().orElseThrow();
    String revoked = mock.userToken(user, scope);
    mock.revokeTokens(user);
    refused(request, revoked, 401, REVOKED_TOKEN, "a revoked token");
  }

  private void scopes(RawRequest request, String path) throws IOException {
    sandbox.mock.reset();
    Set<String> others = ofCategory(request.operation(), path);
    Set<String> sufficient = of(request.operation(), path);
    others.removeAll(sufficient);
    String user = sandbox.mock.example("userId");
    String[] some = others.stream().limit(FOREIGN).toArray(String[]::new);
    String foreign = sandbox.mock.userToken(user, some);
    if (!sufficient.isEmpty()) {
      refused(request, foreign, 400, NO_SCOPE, "a token without the scopes for the " + path);
    }
    for (String scope : sufficient) {
      if (path.equals("own") && !scope.endsWith(":admin")) {
        continue; // That of an app of a user, who can name nobody else.
      }
      sandbox.mock.reset();
      Exchange exchange =
          sandbox.raw().withToken(sandbox.mock.userToken(user, scope)).exchange(request);
      if (code(exchange) == NO_SCOPE) {
        add(request.operation(), scope + " does not suffice for the " + path + ": " + exchange);
      }
    }
  }

  private void refused(RawRequest request, String token, int status, int code, String what)
      throws IOException {
    Exchange exchange = sandbox.raw().withToken(token).exchange(request);
    if (exchange.status() != status || code(exchange) != code) {
      add(request.operation(), what + " is not refused with " + code + ": " + exchange);
    }
  }

  private void add(Operation operation, String what) {
    found.accept(new Finding(Rule.ACCESS, operation.id(), what));
  }

  private static int code(Exchange exchange) throws IOException {
    return RawCalls.json(exchange.response()).path("code").asInt();
  }

  private static Set<String> of(Operation operation, String path) {
    Set<String> scopes = new TreeSet<>();
    JsonNode described = operation.node().path("x-zoom-scopes").path(path);
    KINDS.forEach(kind -> described.path(kind).forEach(scope -> scopes.add(scope.textValue())));
    return scopes;
  }

  /** What comes nearest to the scopes of an operation: those of the others beside it. */
  private Set<String> ofCategory(Operation operation, String path) {
    Set<String> scopes = new TreeSet<>();
    for (Operation other : sandbox.description.operations()) {
      if (other.category().equals(operation.category())) {
        scopes.addAll(of(other, path));
      }
    }
    return scopes;
  }
}
