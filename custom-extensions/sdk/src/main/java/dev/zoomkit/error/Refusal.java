package dev.zoomkit.error;

import dev.zoomkit.annotation.KnownError;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.RateHeaders;
import dev.zoomkit.internal.http.Redirect;
import dev.zoomkit.internal.http.RequestLine;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** An answer that refuses, read to its end, and the exception that it becomes. */
record Refusal(
    Operation operation,
    int status,
    ErrorBody body,
    RateHeaders rate,
    @Nullable String trackingId,
    String requestLine,
    @Nullable Redirect redirect) {

  /** The codes by which Zoom reports a missing scope, with HTTP 400, 401 or 403. */
  private static final Set<Integer> SCOPE_CODES = Set.of(104, 4700, 4711);

  /** No error of Zoom's comes near; a page of a gateway may. */
  private static final long MOST_BYTES = 64 * 1024;

  static Refusal of(Response response, Clock clock) {
    return of(response, ErrorBody.parse(textIfWhole(response)), clock);
  }

  /** For an answer that led the call away; its body is nobody's business. */
  static Refusal of(Response response, Redirect redirect, Clock clock) {
    return of(response, ErrorBody.parse(""), redirect, clock);
  }

  static Refusal of(Response response, ErrorBody body, Clock clock) {
    return of(response, body, null, clock);
  }

  private static Refusal of(
      Response response, ErrorBody body, @Nullable Redirect redirect, Clock clock) {
    return new Refusal(
        Operation.of(response.request()),
        response.code(),
        body,
        RateHeaders.of(response.headers(), clock),
        response.header("x-zm-trackingid"),
        RequestLine.of(response.request()),
        redirect);
  }

  /** The body without consuming it, and without credentials it may echo. */
  static String text(Response response) throws IOException {
    Request request = response.request();
    return RequestLine.withoutSecrets(response.peekBody(MOST_BYTES).string(), request);
  }

  /** The status says enough when the body of a refusal broke off. */
  private static String textIfWhole(Response response) {
    try {
      return text(response);
    } catch (IOException brokeOff) {
      return "";
    }
  }

  ApiException exception() {
    if (redirect != null) {
      return new RedirectedException(this, redirect.target());
    }
    if (status >= 200 && status < 300) {
      return new RefusedException(this);
    }
    if (status < 404 && body.code() != null && SCOPE_CODES.contains(body.code())) {
      return new ForbiddenException(this);
    }
    return switch (status) {
      case 400 -> new BadRequestException(this);
      case 401 -> new UnauthorizedException(this);
      case 403 -> new ForbiddenException(this);
      case 404 -> new NotFoundException(this);
      case 409 -> new ConflictException(this);
      case 429 -> new RateLimitedException(this);
      default -> status >= 500 ? new ServerException(this) : new ApiException(this);
    };
  }

  String sentence() {
    StringBuilder sentence = new StringBuilder(operation.name()).append(": HTTP ").append(status);
    if (body.code() != null) {
      sentence.append(", Zoom code ").append(body.code());
    }
    sentence.append(": ").append(words());
    if (!body.fieldErrors().isEmpty()) {
      sentence.append(
          body.fieldErrors().stream()
              .map(FieldError::toString)
              .collect(Collectors.joining("; ", " Fields: ", "")));
    }
    String meaning = meaning();
    if (meaning != null) {
      sentence.append(" Documented as: ").append(meaning);
    }
    if (status == 429 && rate.retryAt() != null) {
      sentence.append(" Next try possible at ").append(rate.retryAt()).append(".");
    }
    sentence.append(" [").append(requestLine);
    return sentence
        .append(trackingId == null ? "]" : ", tracking id " + trackingId + "]")
        .toString();
  }

  private String words() {
    if (redirect != null) {
      return redirect.problem() + " Check the endpoint, and the proxies on the way.";
    }
    return body.message() == null ? "no message." : body.message();
  }

  private @Nullable String meaning() {
    return operation.knownErrors().stream()
        .filter(known -> known.status() == status && redirect == null)
        .filter(known -> known.code() == Objects.requireNonNullElse(body.code(), 0))
        .map(KnownError::meaning)
        .findFirst()
        .orElse(null);
  }
}
