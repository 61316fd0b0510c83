package dev.zoomkit.internal.error;

import dev.zoomkit.error.ApiException;
import dev.zoomkit.error.ErrorInBodyException;
import dev.zoomkit.error.ForbiddenException;
import dev.zoomkit.error.NotFoundException;
import dev.zoomkit.error.RedirectedException;
import dev.zoomkit.error.UnauthorizedException;
import dev.zoomkit.error.ZoomException;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.ErrorBody;
import dev.zoomkit.transfer.ExpiredLinkException;
import dev.zoomkit.transfer.LinkException;
import dev.zoomkit.transfer.ProtectedLinkException;
import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Response;

/**
 * Says why a link does not lead to its file: by the status, or by the page that a browser would
 * show.
 */
final class LinkRefusal {

  private static final Pattern PAGE = Pattern.compile("(?i)\\s*<(!doctype\\s+)?html\\b");
  private static final long LONGEST_BEGINNING = 256;

  private static final Pattern ASKS_FOR_PASSCODE =
      Pattern.compile("(?i)\\bpasscode\\b|type\\s*=\\s*[\"']?password");
  private static final Pattern SAYS_IT_IS_GONE =
      Pattern.compile(
          "(?i)\\b(expired|deleted|(does not|doesn't) exist|(not|cannot|can't) be found"
              + "|not found|no longer)\\b");
  private static final Pattern ASKS_FOR_SIGN_IN =
      Pattern.compile("(?i)\\b(sign[ -]?in|log[ -]?in)\\b");

  /** What whoever asked for a part of a file understands, of whichever host. */
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private LinkRefusal() {}

  /** The exception for a refusal; one that says enough about a link, too, stays. */
  static ZoomException of(ZoomException refusal) {
    CallInfo call = new CallInfo(refusal.operation(), refusal.requestLine());
    if (refusal instanceof UnauthorizedException || refusal instanceof ForbiddenException) {
      return new ProtectedLinkException(call, words((ApiException) refusal), refusal);
    } else if (refusal instanceof NotFoundException
        || refusal instanceof ApiException other && other.status() == 410) {
      return new ExpiredLinkException(call, words((ApiException) refusal), refusal);
    } else if (refusal instanceof ErrorInBodyException inBody) {
      return new LinkException(call, words(inBody), refusal);
    } else if (refusal instanceof RedirectedException astray
        && astray.status() != RANGE_NOT_SATISFIABLE) {
      String target = astray.target() == null ? "" : " to " + astray.target();
      return new LinkException(
          call,
          "HTTP %d: the link leads away%s, where there is no file."
              .formatted(astray.status(), target),
          refusal);
    }
    return refusal;
  }

  /** Whether a response begins as a page does, whatever its type says. */
  static boolean beginsAsPage(Response response) throws IOException {
    return PAGE.matcher(response.peekBody(LONGEST_BEGINNING).string()).lookingAt();
  }

  /** The exception for a page in place of the file. */
  static ZoomException ofPage(Response response, String html) {
    CallInfo call = CallInfo.of(response.request());
    HttpUrl url = response.request().url();
    if (ASKS_FOR_PASSCODE.matcher(html).find()) {
      return new ProtectedLinkException(call, "Zoom asks for a passcode on a page.", null);
    } else if (SAYS_IT_IS_GONE.matcher(html).find()) {
      return new ExpiredLinkException(call, "A page says that the file is not there.", null);
    } else if (ASKS_FOR_SIGN_IN.matcher(url.encodedPath() + " " + html).find()) {
      return new ProtectedLinkException(call, "Zoom asks for a sign-in on a page.", null);
    }
    return new LinkException(
        call, "A page came in place of the file: " + ErrorBody.excerpt(html), null);
  }

  private static String words(ApiException refusal) {
    String code = refusal.code() == null ? "" : ", Zoom code " + refusal.code();
    String message = refusal.zoomMessage() == null ? "no message." : refusal.zoomMessage();
    String end = message.matches("(?s).*[.!?…]") ? "" : ".";
    return "HTTP %d%s: %s%s".formatted(refusal.status(), code, message, end);
  }
}
