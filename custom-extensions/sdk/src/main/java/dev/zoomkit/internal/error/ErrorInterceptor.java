package dev.zoomkit.internal.error;

import dev.zoomkit.internal.http.ByteOrderMark;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.ErrorBody;
import dev.zoomkit.internal.http.ErrorResponse;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.Redirect;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Turns a response that is not a success into an exception, in this one place: another status than
 * 2xx, a 2xx whose body refuses, a 2xx that a proxy sent as HTML, and any that is not Zoom's. A
 * DELETE that is told of its own effect is a success. Installed by the client; may throw a {@link
 * dev.zoomkit.error.ZoomException}. Thread-safe.
 */
public final class ErrorInterceptor implements Interceptor {

  /** Longer bodies are no errors: an error is a code, a sentence and a few fields. */
  private static final long LONGEST_ERROR_BYTES = 8 * 1024;

  private final Clock clock;

  /** With the clock that turns a wait in seconds into an instant. */
  public ErrorInterceptor(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    CallContext context = CallContext.of(chain.request());
    context.responded(response);
    ErrorResponse refusal = refusal(response, context);
    if (refusal == null) {
      return response;
    }
    response.close();
    if (refusal.isOwnEffect()) {
      return response.newBuilder().code(204).message("").body(ResponseBody.EMPTY).build();
    }
    throw context.withEarlierFailures(ExceptionMapper.meant(refusal));
  }

  private @Nullable ErrorResponse refusal(Response response, CallContext context) {
    Redirect redirect = context.redirect() != null ? context.redirect() : astray(response, context);
    if (redirect != null) {
      return ErrorResponse.of(response, ErrorBody.parse(""), redirect, context, clock);
    } else if (!response.isSuccessful()) {
      return ErrorResponse.of(response, context, clock);
    }
    if (response.code() == 206) {
      return null; // The middle of a file can look like anything.
    }
    try {
      int first = firstByte(response.body().source());
      refuseHtml(response, first, context);
      return first == '{' ? refusalInSuccess(response, context) : null;
    } catch (IOException brokeOff) {
      return null; // Whoever decodes the body meets the same failure, and knows where in the JSON.
    }
  }

  /** Only a file may come from elsewhere; null where the response comes from where it should. */
  private static @Nullable Redirect astray(Response response, CallContext context) {
    Request request = response.request();
    return context.hosts().include(request.url())
            || response.isSuccessful() && Operation.of(request).returnsFile()
        ? null
        : Redirect.endedAt(request.url(), context.hosts());
  }

  private static void refuseHtml(Response response, int first, CallContext context)
      throws IOException {
    boolean link = Operation.of(response.request()).isLink();
    if (isHtml(response, first) || link && LinkRefusal.beginsAsPage(response)) {
      String text = ErrorResponse.text(response);
      response.close();
      throw context.withEarlierFailures(ExceptionMapper.meant(response, text, link));
    }
  }

  private @Nullable ErrorResponse refusalInSuccess(Response response, CallContext context)
      throws IOException {
    BufferedSource source = response.body().source();
    if (!source.request(LONGEST_ERROR_BYTES) && ErrorBody.mayHaveCode(source.getBuffer())) {
      ErrorBody body = ErrorBody.parse(ErrorResponse.text(response));
      boolean alone = body.nothingElse() || Operation.of(response.request()).isLink();
      if (body.isError() && (alone || isKnown(body, response))) {
        return ErrorResponse.of(response, body, null, context, clock);
      }
    }
    return null;
  }

  private static boolean isKnown(ErrorBody body, Response response) {
    Operation operation = Operation.of(response.request());
    return !operation.knownErrors(response.code(), body.code()).isEmpty();
  }

  /** By its type, or by its looks where it passes for JSON or has no type. */
  private static boolean isHtml(Response response, int first) {
    String header = response.header("Content-Type", "").toLowerCase(Locale.ROOT);
    if (first != '<' && !header.contains("html")) {
      return false;
    }
    MediaType type = response.body().contentType();
    String subtype = type == null ? "json" : type.subtype().toLowerCase(Locale.ROOT);
    return subtype.equals("html") || subtype.equals("json") && first == '<';
  }

  /** Behind a byte order mark, without consuming either; -1 where nothing is there. */
  private static int firstByte(BufferedSource source) throws IOException {
    long mark = ByteOrderMark.length(source);
    return source.request(mark + 1) ? source.getBuffer().getByte(mark) : -1;
  }
}
