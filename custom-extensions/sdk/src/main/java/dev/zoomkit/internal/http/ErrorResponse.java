package dev.zoomkit.internal.http;

import dev.zoomkit.annotation.KnownError;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A response that refuses, read to its end. */
public record ErrorResponse(
    Operation operation,
    int status,
    ErrorBody body,
    RateHeaders rate,
    @Nullable String trackingId,
    Request request,
    @Nullable Redirect redirect,
    @Nullable String earlierEffect) {

  /**
   * The codes of whatever Zoom has no code of its own for. The description has dozens of meanings
   * of each, and is never known to have them all.
   */
  private static final Set<Integer> CATCH_ALL_CODES = Set.of(200, 300, 2100, 3000);

  /** What the description calls a plan that is missing. */
  private static final String PLAN = "plan";

  /** Of a plan, and of no permission. */
  private static final Pattern SPEAKS_OF_PLAN =
      Pattern.compile(
          "(?is)(?!.*\\b(permission|privilege|role)s?\\b)"
              + ".*\\b(plans?|paid|subscri\\w+|licen[cs]e\\w*|upgrade)\\b.*");

  /** No error of Zoom's comes near; a page of a gateway may. */
  private static final long MOST_BYTES = 64 * 1024;

  /** Reads the body as that of an error. */
  public static ErrorResponse of(Response response, CallContext context, Clock clock) {
    return of(response, ErrorBody.parse(textIfWhole(response)), null, context, clock);
  }

  /**
   * Collects what is known of the response.
   *
   * @param redirect where it led the call; its body is ignored then
   */
  public static ErrorResponse of(
      Response response,
      ErrorBody body,
      @Nullable Redirect redirect,
      CallContext context,
      Clock clock) {
    Request request = response.request();
    return new ErrorResponse(
        Operation.of(request),
        response.code(),
        body,
        RateHeaders.of(response, clock),
        response.header("x-zm-trackingid"),
        request,
        redirect,
        context.earlierEffect(request));
  }

  /** The body without consuming it, and without credentials it may echo. */
  public static String text(Response response) throws IOException {
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

  /**
   * Whether the account or the host lacks a plan: because the description says that the error means
   * nothing else, or that it may, and Zoom's words speak of one.
   */
  public boolean meansPlan() {
    List<KnownError> known = known();
    return !known.isEmpty()
        && known.stream().allMatch(error -> List.of(error.missing()).contains(PLAN))
        && (known.stream().allMatch(error -> error.missing().length == 1)
            || body.message() != null && SPEAKS_OF_PLAN.matcher(body.message()).matches());
  }

  /** The kind of thing that is not there; null where the description does not tell one. */
  public @Nullable String missing() {
    List<String> kinds =
        known().stream().flatMap(error -> Stream.of(error.missing())).distinct().toList();
    return kinds.size() == 1 ? kinds.get(0) : null;
  }

  /**
   * Whether a DELETE is told that there is nothing to delete, after an attempt that may have
   * deleted it: it is done.
   */
  public boolean isOwnEffect() {
    return earlierEffect != null
        && redirect == null
        && request.method().equals("DELETE")
        && operation.returnsNothing()
        && saysAbsent();
  }

  private boolean saysAbsent() {
    List<KnownError> known = known();
    boolean absent = known.isEmpty() ? status == 404 : known.stream().allMatch(KnownError::absent);
    return absent && !body.isForeign();
  }

  /** Method, path and query, without secrets. */
  public String requestLine() {
    return RequestLine.of(request);
  }

  /** The message of the exception. */
  public String sentence() {
    StringBuilder sentence = new StringBuilder(operation.name()).append(": HTTP ").append(status);
    if (body.code() != null) {
      sentence.append(", Zoom code ").append(body.code());
    }
    sentence.append(": ").append(words());
    if (!body.fieldErrors().isEmpty()) {
      sentence.append(
          body.fieldErrors().stream()
              .map(ErrorBody.Field::toString)
              .collect(Collectors.joining("; ", " Fields: ", "")));
    }
    String meaning = meaning();
    if (meaning != null) {
      sentence.append(" Documented as: ").append(meaning);
    }
    if (status == 429 && rate.retryAt() != null) {
      sentence.append(" Try again at ").append(rate.retryAt()).append(ofWhichClock());
    }
    if (earlierEffect != null) {
      sentence.append(" ").append(earlierEffect);
    }
    sentence.append(" [").append(requestLine());
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

  /** Named where it is off by more than what is lost on the way and in whole seconds. */
  private String ofWhichClock() {
    long slow = rate.serverAhead().toSeconds();
    return Math.abs(slow) <= 5
        ? "."
        : " by your clock, which is %d s %s against Zoom's."
            .formatted(Math.abs(slow), slow > 0 ? "slow" : "fast");
  }

  /** What the description says of the error; null where the error may be another one. */
  private @Nullable String meaning() {
    if (redirect != null || !body.fieldErrors().isEmpty() || isCatchAll()) {
      return null;
    }
    List<KnownError> known = known();
    return known.size() == 1 ? known.get(0).meaning() : null;
  }

  private boolean isCatchAll() {
    return body.code() != null && CATCH_ALL_CODES.contains(body.code());
  }

  private List<KnownError> known() {
    return operation.knownErrors(status, body.code());
  }
}
