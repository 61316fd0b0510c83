package dev.zoomkit.mock.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was at a session.
 *
 * @param name empty where it is the user's
 * @param email empty where it is the user's, or nobody knows it
 * @param user the id or e-mail address of a user of the account; empty for a guest
 * @param host whether it is the session's host
 * @param joinsAfter how long after the start
 * @param staysFor how long; null until the end
 * @param device empty where nobody knows it
 * @param phone the number that was called from; empty for anybody who did not call
 * @param deeds what the person did there
 */
public record Attendee(
    String name,
    String email,
    String user,
    boolean host,
    Duration joinsAfter,
    @Nullable Duration staysFor,
    String device,
    String phone,
    Deeds deeds) {

  /** Somebody who did nothing there that is told of later. */
  public Attendee(
      String name,
      String email,
      String user,
      boolean host,
      Duration joinsAfter,
      @Nullable Duration staysFor,
      String device,
      String phone) {
    this(name, email, user, host, joinsAfter, staysFor, device, phone, Deeds.NONE);
  }

  /** The host, for the whole time. */
  public static final Attendee HOST = new Attendee("", "", "", true, Duration.ZERO, null, "", "");
}
