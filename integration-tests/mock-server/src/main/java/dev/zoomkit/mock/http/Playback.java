package dev.zoomkit.mock.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.call.App;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Recorded exchanges, which respond to the requests that they were recorded of: each once, in the
 * order of the recording. Thread-safe.
 */
public final class Playback {
  private static final String ACCOUNT = "accountId";
  private static final String ME = "me";
  private static final byte[] BLANK = {' '};

  private final List<Recorded> exchanges = new ArrayList<>();

  /**
   * Reads a recording.
   *
   * @param lines each an exchange as JSON
   * @throws IllegalArgumentException if a line is none, or of an operation that the description
   *     lacks
   */
  public static Playback of(ApiDescription description, List<String> lines) {
    Playback playback = new Playback();
    for (int index = 0; index < lines.size(); index++) {
      JsonNode line = Json.parse(lines.get(index));
      int status = line == null ? 0 : line.at("/response/status").asInt();
      if (line == null || !line.path("operation").isTextual() || status < 200 || status > 599) {
        throw new IllegalArgumentException("Line " + (index + 1) + " is no recorded exchange.");
      }
      DescribedOperation operation = description.operation(line.get("operation").asText());
      playback.exchanges.add(new Recorded(operation, line));
    }
    return playback;
  }

  /**
   * The response that was recorded of a request.
   *
   * @param query the values of each query key, decoded
   * @throws ErrorResponseException if there is none, or it was played already
   */
  Response respond(Router.Match match, Map<String, List<String>> query) {
    Request request = new Request(pathValues(match.values()), query);
    Recorded exchange = next(match.operation(), request);
    if (exchange == null) {
      throw new ErrorResponseException(400, 300, refusal(match.operation(), request));
    }
    return exchange.response();
  }

  /** What says the same; else what differs in nothing but values that were blacked out. */
  private synchronized @Nullable Recorded next(DescribedOperation operation, Request request) {
    List<BiPredicate<Recorded, Request>> ways =
        List.of(Recorded::isOf, Recorded::isOfButForWhatWasBlackedOut);
    for (BiPredicate<Recorded, Request> way : ways) {
      for (Recorded exchange : exchanges) {
        if (!exchange.played && exchange.operation == operation && way.test(exchange, request)) {
          exchange.played = true;
          return exchange;
        }
      }
    }
    return null;
  }

  private synchronized String refusal(DescribedOperation operation, Request request) {
    List<Recorded> same =
        exchanges.stream().filter(exchange -> exchange.operation == operation).toList();
    String all = "The recording has no exchange left for " + operation.id() + request + ".";
    if (same.isEmpty()) {
      return all + " It has none of " + operation.id() + ".";
    }
    StringBuilder words = new StringBuilder(all).append(" It has");
    for (Recorded exchange : same.subList(0, Math.min(same.size(), 10))) {
      words.append(exchange.request).append(exchange.played ? ", which was played;" : ";");
    }
    return words.append(same.size() > 10 ? " and more." : " and no more.").toString();
  }

  /** Whoever leaves the account out means his own. */
  private static Map<String, String> pathValues(Map<String, String> values) {
    Map<String, String> all = new TreeMap<>(values);
    if (App.ACCOUNT_ID.equals(all.getOrDefault(ACCOUNT, App.ACCOUNT_ID))) {
      all.put(ACCOUNT, ME);
    }
    return all;
  }

  /** What tells requests for an operation apart. */
  private record Request(Map<String, String> path, Map<String, List<String>> query) {

    @Override
    public String toString() {
      return " with " + path + (query.isEmpty() ? "" : " and " + new TreeMap<>(query));
    }
  }

  private static final class Recorded {
    private final DescribedOperation operation;
    private final Request request;
    private final JsonNode line;
    private boolean played;

    Recorded(DescribedOperation operation, JsonNode line) {
      this.operation = operation;
      this.line = line.path("response");
      Map<String, String> path = new TreeMap<>();
      line.at("/request/pathValues")
          .properties()
          .forEach(value -> path.put(value.getKey(), value.getValue().asText()));
      Map<String, List<String>> query = new TreeMap<>();
      line.at("/request/query")
          .properties()
          .forEach(value -> query.put(value.getKey(), Json.texts(value.getValue())));
      this.request = new Request(pathValues(path), query);
    }

    boolean isOf(Request other) {
      return request.equals(other);
    }

    boolean isOfButForWhatWasBlackedOut(Request other) {
      return shown(request).equals(shown(other));
    }

    /** Without the values that the description does not let be shown. */
    private Request shown(Request whole) {
      Map<String, String> path = new TreeMap<>(whole.path());
      path.replaceAll((name, value) -> isShown(operation.pathParameter(name)) ? value : "");
      Map<String, List<String>> query = new TreeMap<>(whole.query());
      query.replaceAll(
          (name, values) -> isShown(operation.queryParameter(name)) ? values : List.of());
      return new Request(path, query);
    }

    private static boolean isShown(@Nullable Parameter parameter) {
      return parameter != null
          && !parameter.schema().key("x-zoom-secret").asBoolean()
          && !parameter.schema().key("x-zoom-personal").asBoolean();
    }

    Response response() {
      int status = line.path("status").asInt();
      JsonNode content = line.path("content");
      Response response = Response.empty(status);
      if (line.has("body")) {
        response = Response.json(status, line.get("body"));
      } else if (!content.isMissingNode()) {
        String type = content.path("type").asText("application/octet-stream");
        response = Response.repeated(status, type, BLANK, content.path("bytes").asLong());
      }
      for (Map.Entry<String, JsonNode> header : line.path("headers").properties()) {
        response = response.withHeader(header.getKey(), header.getValue().asText());
      }
      return response;
    }
  }
}
