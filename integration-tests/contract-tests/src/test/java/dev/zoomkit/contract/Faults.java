package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.Interceptor.Chain;
import okhttp3.Request;
import okhttp3.Response;

/** Makes faults of single operations, by what they do to requests and responses. */
final class Faults {

  private final BundledDescription description;
  private final int base;
  private final HttpUrl harmless;

  /**
   * Faults.
   *
   * @param apiBase the address below which operations are
   */
  Faults(BundledDescription description, URI apiBase) {
    this.description = description;
    this.harmless = HttpUrl.get(apiBase).newBuilder().addPathSegments("users/me").build();
    this.base = HttpUrl.get(apiBase).encodedPath().replaceAll("/$", "").length();
  }

  /** Whether a request is one of an operation. */
  boolean isOf(Operation operation, Request request) {
    return of(request).filter(operation::equals).isPresent();
  }

  Optional<Operation> of(Request request) {
    String path = request.url().encodedPath();
    return path.length() <= base
        ? Optional.empty()
        : description.find(request.method(), path.substring(base));
  }

  Fault request(Operation operation, UnaryOperator<Request> change) {
    return new Fault() {
      @Override
      public Request request(Request request, Chain chain) {
        return isOf(operation, request) ? change.apply(request) : request;
      }
    };
  }

  /** Changes the JSON object of the requests that have one. */
  Fault body(Operation operation, Consumer<ObjectNode> change) {
    return new Fault() {
      @Override
      public Request request(Request request, Chain chain) throws IOException {
        if (isOf(operation, request)
            && Bodies.json(request).deepCopy() instanceof ObjectNode object) {
          change.accept(object);
          return Bodies.with(request, object);
        }
        return request;
      }
    };
  }

  Fault response(Operation operation, BiFunction<Request, Response, Response> change) {
    return new Fault() {
      @Override
      public Response response(Request request, Response response) {
        return isOf(operation, request) ? change.apply(request, response) : response;
      }
    };
  }

  /** Changes the JSON of successes. */
  Fault success(Operation operation, Consumer<ObjectNode> change) {
    return response(
        operation,
        (request, response) -> {
          if (response.isSuccessful() && json(response).deepCopy() instanceof ObjectNode object) {
            change.accept(object);
            return Bodies.with(response, response.code(), object);
          }
          return response;
        });
  }

  /** Makes of some refusals what a success would be. */
  Fault taken(Operation operation, Predicate<JsonNode> refusals) {
    return response(
        operation,
        (request, response) ->
            response.code() >= 400 && refusals.test(json(response))
                ? Bodies.with(
                    response,
                    Integer.parseInt(operation.success()),
                    description.responseExample(operation))
                : response);
  }

  /** Has another path. */
  Fault renamed(Operation operation) {
    return request(
        operation,
        request ->
            request
                .newBuilder()
                .url(request.url().newBuilder().addPathSegment("renamed").build())
                .build());
  }

  /** Serves sub-accounts what the own account alone has. */
  Fault served(Operation operation) {
    return new Fault() {
      @Override
      public Response response(Request request, Response response) {
        String path = request.url().encodedPath();
        return path.length() > base
                && operation.belowAccount().fits(request.method(), path.substring(base))
            ? Bodies.with(
                response,
                Integer.parseInt(operation.success()),
                description.responseExample(operation))
            : response;
      }
    };
  }

  /** Refuses some requests as invalid. */
  Fault refused(Operation operation, Predicate<Request> requests) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("code", 300).put("message", "Invalid.");
    return response(
        operation,
        (request, response) ->
            requests.test(request) ? Bodies.with(response, 400, error) : response);
  }

  /** Responds as if it had been done, and does it not. */
  Fault notDone(Operation operation) {
    return new Fault() {
      @Override
      public Request request(Request request, Chain chain) {
        return isOf(operation, request) && request.header("Authorization") != null
            ? request.newBuilder().url(harmless).get().build()
            : request;
      }

      @Override
      public Response response(Request request, Response response) {
        return isOf(operation, request)
            ? Bodies.with(
                response, Integer.parseInt(operation.success()), MissingNode.getInstance())
            : response;
      }
    };
  }

  static JsonNode json(Request request) {
    try {
      return Bodies.json(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(Response response) {
    try {
      return Bodies.json(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
