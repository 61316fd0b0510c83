package dev.zoomkit.internal.error;

import dev.zoomkit.error.ApiException;
import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.error.ConflictException;
import dev.zoomkit.error.ErrorInBodyException;
import dev.zoomkit.error.ForbiddenException;
import dev.zoomkit.error.NotFoundException;
import dev.zoomkit.error.PlanRequiredException;
import dev.zoomkit.error.RateLimitedException;
import dev.zoomkit.error.RedirectedException;
import dev.zoomkit.error.ServerException;
import dev.zoomkit.error.UnauthorizedException;
import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.ErrorBody;
import dev.zoomkit.internal.http.ErrorResponse;
import java.util.Set;
import okhttp3.Response;

/** Decides which exception an error response becomes. */
final class ExceptionMapper {

  /** The codes by which Zoom reports a missing scope, with HTTP 400, 401 or 403. */
  private static final Set<Integer> SCOPE_CODES = Set.of(104, 4700, 4711);

  private ExceptionMapper() {}

  /** That of an error response; of a link as a link has it. */
  static RuntimeException meant(ErrorResponse error) {
    ZoomException exception = exception(error);
    return error.operation().isLink() ? LinkRefusal.of(exception) : exception;
  }

  /** That of a page in place of JSON, or of the file of a link. */
  static RuntimeException meant(Response response, String html, boolean link) {
    return link
        ? LinkRefusal.ofPage(response, html)
        : new UnreadableResponseException(
            CallInfo.of(response.request()),
            response,
            null,
            "HTML, probably of a proxy: " + ErrorBody.excerpt(html),
            null);
  }

  static ZoomException exception(ErrorResponse error) {
    int status = error.status();
    Integer code = error.body().code();
    if (error.redirect() != null) {
      return new RedirectedException(error);
    }
    if (error.meansPlan()) {
      return new PlanRequiredException(error);
    }
    if (status >= 200 && status < 300) {
      return new ErrorInBodyException(error);
    }
    if (status < 404 && code != null && SCOPE_CODES.contains(code)) {
      return ScopeRefusal.exception(error);
    }
    return switch (status) {
      case 400 -> new BadRequestException(error);
      case 401 -> new UnauthorizedException(error);
      case 403 -> new ForbiddenException(error);
      case 404 -> new NotFoundException(error);
      case 409 -> new ConflictException(error);
      case 429 -> new RateLimitedException(error);
      default -> status >= 500 ? new ServerException(error) : new ApiException(error);
    };
  }
}
