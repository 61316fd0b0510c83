package dev.zoomkit.mock;

import dev.zoomkit.mock.call.Attendee;
import dev.zoomkit.mock.call.Deeds;
import dev.zoomkit.mock.call.Deeds.Rating;
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

  /**
   * The same with an address, by which a registrant is known to have come; {@link MockZoom#hold}
   * refuses one that is none.
   */
  public Participant email(String email) {
    Arguments.require("Participant.email needs an email", email);
    return copy(
        email, attendee.joinsAfter(), attendee.staysFor(), attendee.device(), attendee.phone());
  }

  /**
   * The same, but joining later.
   *
   * @param time how long after the start; not negative, and 365 days at most
   */
  public Participant joinsAfter(Duration time) {
    Arguments.require("Participant.joinsAfter needs a time", time);
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "A participant joins after the start, and not " + time.negated() + " before it.");
    }
    Arguments.duration("A participant joins after", time);
    return copy(attendee.email(), time, attendee.staysFor(), attendee.device(), attendee.phone());
  }

  /**
   * The same, but leaving before the end.
   *
   * @param time how long after having joined; not negative, and 365 days at most
   */
  public Participant staysFor(Duration time) {
    Arguments.require("Participant.staysFor needs a time", time);
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "A participant leaves after having joined, and not " + time.negated() + " before.");
    }
    Arguments.duration("A participant stays for", time);
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

  /**
   * The same, having answered a question of a poll; the report of the polls has it. A question that
   * no poll of the session asks is there as well, without a poll.
   *
   * @param answer several with {@code ;} between them
   */
  public Participant answered(String question, String answer) {
    Arguments.require("Participant.answered needs a question", question);
    Arguments.require("Participant.answered needs an answer", answer);
    return having(attendee.deeds().answered(question, answer));
  }

  /** The same, having asked a question that nobody answered; the report of the Q&amp;A has it. */
  public Participant asked(String question) {
    Arguments.require("Participant.asked needs a question", question);
    return having(attendee.deeds().asked(question, ""));
  }

  /** The same, having asked a question that the host answered for all. */
  public Participant asked(String question, String answer) {
    Arguments.require("Participant.asked needs a question", question);
    Arguments.require("Participant.asked needs an answer", answer);
    return having(attendee.deeds().asked(question, answer));
  }

  /**
   * The same, having shared the screen; the dashboards have it.
   *
   * @param time how long, from joining on; not negative, and 365 days at most
   */
  public Participant shared(Duration time) {
    Arguments.require("Participant.shared needs a time", time);
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "A participant shares the screen for some time, and not for " + time + ".");
    }
    Arguments.duration("A participant shares the screen for", time);
    return having(attendee.deeds().shared(time));
  }

  /**
   * The same, having given a thumb up or down on leaving; the dashboards have it.
   *
   * @param satisfied whether it is up
   */
  public Participant rated(boolean satisfied) {
    return having(attendee.deeds().rated(new Rating(satisfied, "")));
  }

  /** The same, having given a thumb up or down on leaving, with a comment. */
  public Participant rated(boolean satisfied, String comment) {
    Arguments.require("Participant.rated needs a comment", comment);
    return having(attendee.deeds().rated(new Rating(satisfied, comment)));
  }

  /**
   * The same, having chosen a complaint on leaving; the dashboards count and list it by its kind.
   *
   * @param kind in words, such as {@code Poor audio quality}; not blank
   */
  public Participant complained(String kind) {
    Arguments.require("Participant.complained needs a kind", kind);
    if (kind.isBlank()) {
      throw new IllegalArgumentException(
          "A participant complains of something, such as \"Poor audio quality\".");
    }
    return having(attendee.deeds().complained(kind));
  }

  /** The same, having answered a question of the session's survey; the report of it has that. */
  public Participant answeredSurvey(String question, String answer) {
    Arguments.require("Participant.answeredSurvey needs a question", question);
    Arguments.require("Participant.answeredSurvey needs an answer", answer);
    return having(attendee.deeds().surveyed(question, answer));
  }

  private Participant copy(
      String email, Duration joins, @Nullable Duration stays, String device, String phone) {
    return new Participant(
        new Attendee(
            attendee.name(),
            email,
            attendee.user(),
            attendee.host(),
            joins,
            stays,
            device,
            phone,
            attendee.deeds()));
  }

  private Participant having(Deeds deeds) {
    return new Participant(
        new Attendee(
            attendee.name(),
            attendee.email(),
            attendee.user(),
            attendee.host(),
            attendee.joinsAfter(),
            attendee.staysFor(),
            attendee.device(),
            attendee.phone(),
            deeds));
  }

  Attendee attendee() {
    return attendee;
  }
}
