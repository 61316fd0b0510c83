package dev.zoomkit.mock;

import dev.zoomkit.spec.reader.Typos;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A way in which Zoom's real responses were seen to differ from its documentation, which {@link
 * MockZoom.Builder#realism} makes the mock follow. Each is applied wherever the description has a
 * place for it; where several suit one place, the seed of {@link MockZoom.Builder#idSeed} picks one
 * of them. What is said here of where something was seen is where it was reported first; nobody
 * knows of all places.
 *
 * <p>The values that later calls name things by keep their sense: {@code id}, {@code uuid}, {@code
 * email}, the names of path parameters, page tokens, and what tells the items of a list apart are
 * never empty, absent or made up. Responses that a test scripts are sent as they are.
 */
public enum Deviation {
  /**
   * A date or date-time is {@code ""}. Seen at the subscription times of a free account, and at the
   * times of meetings on the dashboard in March 2021.
   */
  EMPTY_DATES,
  /** A date-time has no seconds, as {@code 2024-01-01T00:00Z}. Seen at {@code start_at}. */
  SHORT_DATES,
  /**
   * A text that nobody gave is {@code ""} instead of absent, and so are, at places that the seed
   * picks, ids of other things and the words of enumerations. Seen at {@code dept}, {@code agenda},
   * {@code assistant_id}, {@code cms_user_id}, a registrant's {@code industry} and others, and the
   * device of external users.
   */
  EMPTY_TEXTS,
  /**
   * A number is sent as text. Seen at {@code battery_percentage}, {@code files_count}, file sizes
   * of virtual backgrounds, prices, extension numbers and MOS values.
   */
  NUMBERS_AS_TEXT,
  /**
   * A text of digits is sent as a number. Seen at the {@code id} and {@code type} of recorded
   * meetings in 2021, and in earlier years at {@code pmi}, {@code occurrence_id} and ids of
   * registrants.
   */
  TEXTS_AS_NUMBERS,
  /**
   * A value of an enumeration is none that is documented. Seen at account types, devices and
   * network types of participants, data centres, issues of Zoom Rooms, types of recordings.
   */
  UNDOCUMENTED_VALUES,
  /**
   * Each object has fields that no documentation has, one of them an object. Seen in rows of users
   * and in call recordings, among others.
   */
  UNDOCUMENTED_FIELDS,
  /**
   * The items of a list lack fields, at places that the seed picks: about half of them; an
   * occurrence always lacks its status. Seen at the status of listed meetings, at listed accounts,
   * at recording files of type TIMELINE, and at the occurrences of deleted webinars.
   */
  ABSENT_FIELDS,
  /**
   * Some lists never have {@code page_count} and {@code page_number}, as that of a user's meetings;
   * the others have them on the first page alone, as that of users. A list without hits has the
   * {@code page_size} 0, as that of recordings.
   */
  ABSENT_PAGE_FIELDS,
  /** A success has {@code "code": 0} and {@code "error_message": "success"} in its body. */
  CODE_ZERO,
  /** A PATCH, PUT or DELETE that succeeds has HTTP 204 and neither body nor Content-Type. */
  BARE_SUCCESSES,
  /**
   * A refusal with HTTP 400 comes with the HTTP 200 that the operation's documentation has among
   * its errors. Seen at updates of webinars and roles without the right to them.
   */
  PSEUDO_SUCCESSES,
  /**
   * An error for which an operation's documentation has several codes or statuses comes with one
   * that it does not have otherwise, with each of them in turn. So do those of tokens, which have
   * the same code everywhere else.
   */
  OTHER_CODES,
  /**
   * Sub-accounts are free ones: what needs a plan is refused there, with code 200 and the words
   * "Only available for Paid account.", by HTTP 400 or 200. The own account is not affected.
   */
  FREE_SUB_ACCOUNTS,
  /**
   * One operation denies what others have: the dashboard has no participants of any meeting (404),
   * and a PATCH of the own account's billing finds no such account.
   */
  CONTRADICTIONS,
  /**
   * The refusal of a token without the scopes has code 4711, 4700 or 104, and commas and colons
   * with and without a space.
   */
  SCOPE_ERRORS,
  /** The refusal of a token without the scopes is no JSON, as quotes in it are not escaped. */
  BROKEN_ERROR_JSON,
  /**
   * Errors say less: those of single fields only that the body should be a JSON object, those of
   * the authorisation server have {@code error} alone, and HTTP 429 says neither which limit it is
   * nor when it ends. The latter was seen at 100 changes a day for one host.
   */
  BARE_ERRORS,
  /**
   * Responses name a zone, {@code x-zm-zoneid}, and as the limit of light calls that of a day. Seen
   * in 2026, behind a proxy.
   */
  RATE_HEADERS,
  /**
   * A span of days that is longer than an operation takes is not refused, but begins later, as the
   * response's {@code from} says.
   */
  CLAMPED_WINDOWS,
  /**
   * What Zoom does not take is overlooked: the offset of a start time, which is then one in UTC,
   * and the wrong name {@code registrant}, with which a change of registrants does nothing and
   * succeeds.
   */
  IGNORED_INPUT,
  /**
   * What has ended shows in reports, dashboards, recordings, archives and summaries 30 minutes
   * later, by the mock's clock. How long Zoom takes is not documented.
   */
  LATE_DATA;

  /**
   * The deviations of names in upper or lower case, with hyphens or underscores; {@code all} stands
   * for all of them.
   *
   * @throws IllegalArgumentException if a name is of none; the message has the nearest
   */
  public static Set<Deviation> named(Collection<String> names) {
    Arguments.require("Deviation.named needs names", names);
    EnumSet<Deviation> named = EnumSet.noneOf(Deviation.class);
    for (String name : names) {
      if (name.equalsIgnoreCase("all")) {
        return EnumSet.allOf(Deviation.class);
      }
      String constant = name.toUpperCase(Locale.ROOT).replace('-', '_');
      Typos.refuse("deviation", constant, Arrays.stream(values()).map(Deviation::name).toList());
      named.add(valueOf(constant));
    }
    return named;
  }
}
