package dev.zoomkit.listen;

import dev.zoomkit.runtime.Arguments;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of a call. Durations are by the client's clock. No event holds a secret:
 * neither headers nor bodies, and request lines without the values that let somebody in.
 */
public sealed interface CallEvent {

  /** The call that it became of. */
  ObservedCall call();

  /** The call begins. A page of a list is a call, and so is the look-up of a user's id. */
  record Started(ObservedCall call) implements CallEvent {

    /** For tests of listeners, too. */
    public Started {
      Arguments.require("Started", "call", call);
    }
  }

  /**
   * What the call needed was at hand, and was not asked for.
   *
   * @param kind what that was
   */
  record CacheHit(ObservedCall call, Kind kind) implements CallEvent {

    /** For tests of listeners, too. */
    public CacheHit {
      Arguments.require("CacheHit", "call", call);
      Arguments.require("CacheHit", "kind", kind);
    }

    /** What a client remembers. */
    public enum Kind {
      /** The access token. */
      TOKEN,
      /** The id of the user whom the call names by e-mail address. */
      USER_ID
    }
  }

  /**
   * The call is refused by the client itself, and nothing more is sent.
   *
   * @param reason what it throws
   */
  record Refused(ObservedCall call, Throwable reason) implements CallEvent {

    /** For tests of listeners, too. */
    public Refused {
      Arguments.require("Refused", "call", call);
      Arguments.require("Refused", "reason", reason);
    }
  }

  /**
   * The call waits.
   *
   * @param reason what for
   * @param duration how long
   */
  record Waiting(ObservedCall call, Reason reason, Duration duration) implements CallEvent {

    /** For tests of listeners, too. */
    public Waiting {
      Arguments.require("Waiting", "call", call);
      Arguments.require("Waiting", "reason", reason);
      Arguments.require("Waiting", "duration", duration);
    }

    /** What a call waits for. */
    public enum Reason {
      /** To be sent again. */
      RETRY,
      /** For its turn in the limits that the client keeps. */
      RATE_LIMIT
    }
  }

  /**
   * A request is about to be sent.
   *
   * @param attempt its number in the call, from 1; redirects and the one with a new token count
   * @param requestLine method, path and query, such as {@code GET /v2/webinars/123}
   */
  record AttemptSent(ObservedCall call, int attempt, String requestLine) implements CallEvent {

    /** For tests of listeners, too. */
    public AttemptSent {
      Arguments.require("AttemptSent", "call", call);
      Arguments.require("AttemptSent", "requestLine", requestLine);
    }
  }

  /**
   * The response of a request has begun, or none will come.
   *
   * @param attempt its number in the call, from 1
   * @param duration since it was sent
   * @param status the HTTP status; null where no response came
   * @param trackingId what Zoom's support asks for; null where Zoom sends none
   * @param failure why no response came; null where one did
   */
  record AttemptEnded(
      ObservedCall call,
      int attempt,
      Duration duration,
      @Nullable Integer status,
      @Nullable String trackingId,
      @Nullable Throwable failure)
      implements CallEvent {

    /** For tests of listeners, too. */
    public AttemptEnded {
      Arguments.require("AttemptEnded", "call", call);
      Arguments.require("AttemptEnded", "duration", duration);
    }
  }

  /**
   * The call ends: its response has been read, or, of a file, has begun; or it fails.
   *
   * @param attempts how many requests were sent
   * @param duration since it began, with all waits
   * @param status the HTTP status of the last response; null where none came
   * @param failure what it fails with, an {@link java.io.IOException} where no response came; null
   *     for a success
   */
  record Ended(
      ObservedCall call,
      int attempts,
      Duration duration,
      @Nullable Integer status,
      @Nullable Throwable failure)
      implements CallEvent {

    /** For tests of listeners, too. */
    public Ended {
      Arguments.require("Ended", "call", call);
      Arguments.require("Ended", "duration", duration);
    }
  }
}
