package dev.zoomkit.mock;

import dev.zoomkit.mock.call.Attendee;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was at a meeting or webinar that {@link MockZoom#hold} holds: from its start to its
 * end, unless said otherwise. Somebody who left and came again is two participants of one name.
 * Immutable.
 */
public final class Participant {
  private final Attendee attendee;

  private Participant(Attendee attendee) {
    this.attendee = attendee;
  }

  /** A guest, of whom only the name is known. */
  public static Participant guest(String name) {
    Arguments.require("Participant.guest needs a name", name);
    if (name.isBlank()) {
      throw new IllegalArgumentException("A participant has a name.");
    }
    return new Participant(new Attendee(name, "", "", false, Duration.ZERO, null, "", ""));
  }

  /**
   * A user of the session's account, with the name and address of the user.
   *
   * @param user the id or e-mail address
   */
  public static Participant user(String user) {
    Arguments.require("Participant.user needs a user", user);
    return new Participant(new Attendee("", "", user, false, Duration.ZERO, null, "", ""));
  }

  /** The host of the session. */
  public static Participant host() {
    return new Participant(Attendee.HOST);
  }

  /** The same with an address, by which a registrant is known to have come. */
  public Participant email(String email) {
    Arguments.require("Participant.email needs an email", email);
    return copy(
        email, attendee.joinsAfter(), attendee.staysFor(), attendee.device(), attendee.phone());
  }

  /**
   * The same, but joining later.
   *
   * @param time how long after the start; not negative
   */
  public Participant joinsAfter(Duration time) {
    Arguments.require("Participant.joinsAfter needs a time", time);
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "A participant joins after the start, and not " + time.negated() + " before it.");
    }
    return copy(attendee.email(), time, attendee.staysFor(), attendee.device(), attendee.phone());
  }

  /**
   * The same, but leaving before the end.
   *
   * @param time how long after having joined; not negative
   */
  public Participant staysFor(Duration time) {
    Arguments.require("Participant.staysFor needs a time", time);
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "A participant leaves after having joined, and not " + time.negated() + " before.");
    }
    return copy(attendee.email(), attendee.joinsAfter(), time, attendee.device(), attendee.phone());
  }

  /** The same with a device, such as {@code Mac}; the description has the names. */
  public Participant device(String device) {
    Arguments.require("Participant.device needs a device", device);
    return copy(attendee.email(), attendee.joinsAfter(), attendee.staysFor(), device, "");
  }

  /** The same, having called in by telephone from a number. */
  public Participant byPhone(String number) {
    Arguments.require("Participant.byPhone needs a number", number);
    return copy(attendee.email(), attendee.joinsAfter(), attendee.staysFor(), "Phone", number);
  }

  private Participant copy(
      String email, Duration joins, @Nullable Duration stays, String device, String phone) {
    return new Participant(
        new Attendee(
            attendee.name(), email, attendee.user(), attendee.host(), joins, stays, device, phone));
  }

  Attendee attendee() {
    return attendee;
  }
}
