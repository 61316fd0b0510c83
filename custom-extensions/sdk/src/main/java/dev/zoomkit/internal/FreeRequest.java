package dev.zoomkit.internal;

import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.Operation.PathParameter;
import dev.zoomkit.runtime.Arguments;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * A request that no interface makes. Immutable.
 *
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param path the segments below the account, with names in braces
 * @param values of the path, by name
 * @param users the names of the path whose values name a user
 * @param query values by name
 * @param body as JSON; null for none
 * @param label that its calls count as; null where none is known
 */
public record FreeRequest(
    String method,
    List<String> path,
    Map<String, String> values,
    Set<String> users,
    Map<String, String> query,
    @Nullable ByteString body,
    @Nullable RateLabel label) {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final String ACCOUNT = "accountId";

  /** What messages call it. */
  public String name() {
    return method + " /" + String.join("/", path);
  }

  /** The name in a segment of braces. */
  public static String name(String segment) {
    return segment.substring(1, segment.length() - 1);
  }

  /** The same with another query value, or none where it is null. */
  FreeRequest withQuery(String name, @Nullable Object value) {
    Map<String, String> changed = new LinkedHashMap<>(query);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value.toString());
    }
    return new FreeRequest(method, path, values, users, changed, body, label);
  }

  /**
   * The operation, of the description if it has it.
   *
   * @throws IllegalStateException if a value of the path is missing
   * @throws dev.zoomkit.error.WrongAccountException if it names an account before what the own
   *     account alone has
   */
  Operation operation(String accountId, Type returned) {
    for (String segment : path) {
      if (Operation.isParameter(segment) && !values.containsKey(name(segment))) {
        throw new IllegalStateException(
            "%s needs a value for %s. Add path(\"%s\", ...)."
                .formatted(name(), segment, name(segment)));
      }
    }
    Described described = Described.of(method, path);
    if (described == null) {
      refuseAccountOfOwn();
      return Operation.undescribed(
          name(), whole(accountId), !accountId.equals(Operation.ME), users, label, returned);
    }
    if (label != null && described.operation().rateLabel() != null) {
      throw new IllegalStateException(
          "%s is %s, which counts as %s. Leave label(...) out."
              .formatted(name(), described.operation().name(), described.operation().rateLabel()));
    }
    return described.operation();
  }

  private void refuseAccountOfOwn() {
    if (path.size() > 2 && path.get(0).equals("accounts")) {
      Described below = Described.of(method, path.subList(2, path.size()));
      if (below != null && !below.operation().namesAccount()) {
        throw AccountRule.refusal(below.operation(), path.get(1));
      }
    }
  }

  private List<String> whole(String accountId) {
    List<String> whole = new ArrayList<>(path);
    if (!accountId.equals(Operation.ME)) {
      whole.addAll(0, List.of("accounts", "{" + ACCOUNT + "}"));
    }
    return whole;
  }

  /** The request of the operation, whose call is an owner's. */
  Request request(Operation operation, String accountId, HttpUrl endpoint, ApiFactory owner) {
    Map<String, String> all = allValues(operation, accountId);
    HttpUrl.Builder url = endpoint.newBuilder();
    for (String segment : operation.path()) {
      url.addPathSegment(
          Operation.isParameter(segment)
              ? UuidConverterFactory.encodedOnce(all.get(name(segment)))
              : segment);
    }
    query.forEach(url::addQueryParameter);
    RequestBody sent = body == null ? null : RequestBody.create(body, JSON);
    if (sent == null && !method.equals("GET") && !method.equals("DELETE")) {
      sent = RequestBody.EMPTY;
    }
    return new Request.Builder()
        .url(url.build())
        .method(method, sent)
        .tag(Invocation.class, operation.invocation(ApiFactory.class, owner, all))
        .build();
  }

  private Map<String, String> allValues(Operation operation, String accountId) {
    Described described = Described.of(method, path);
    Map<String, String> all =
        new HashMap<>(described == null ? values : described.renamed(path, values));
    for (PathParameter parameter : operation.pathParameters()) {
      if (parameter.account() != null) {
        all.putIfAbsent(parameter.name(), accountId);
      }
    }
    return all;
  }

  /**
   * Lets a value of the path pass.
   *
   * @throws IllegalArgumentException if the path has no such name, or the value cannot stand in it
   */
  public void requireValue(String name, String value) {
    if (!path.contains("{" + name + "}")) {
      throw Arguments.unfit("path", "name", "of %s; there is no {%s}.".formatted(name(), name));
    }
    ArgumentCheck.requirePathValue(name(), name, value);
  }
}
