package dev.zoomkit.contract;

import java.util.EnumSet;
import java.util.Set;

/** One place where an exchange and the description disagree. */
record Finding(Rule rule, String where, String what) {

  /** What the check holds an exchange against. */
  enum Rule {
    UNKNOWN_PATH,
    PATH_PARAMETER,
    QUERY_PARAMETER,
    REQUEST_TYPE,
    REQUEST_BODY,
    UNDESCRIBED_REQUEST_FIELD,
    UNDOCUMENTED_STATUS,
    BODY_ON_204,
    RESPONSE_TYPE,
    RESPONSE_BODY,
    UNDESCRIBED_RESPONSE_FIELD,
    /** A request of the description's examples was not taken. */
    REFUSED,
    /** The client makes something else of a response than the description says. */
    CLIENT,
    /** A token is taken that may not be, or the other way round. */
    ACCESS,
    /** What does not exist is not refused as the description says. */
    ABSENCE,
    /** What a change leaves behind is not what the request said. */
    STATE,
    /** A list has not what it should, once each. */
    LIST,
    /** The client's interfaces and classes are not those of the description. */
    SURFACE,
    /** A keyword of the request is not kept. */
    KEYWORD,
    /** A dimension of the coverage has less than it needs. */
    COVERAGE;

    private static final Set<Rule> OF_REQUEST =
        EnumSet.of(
            UNKNOWN_PATH,
            PATH_PARAMETER,
            QUERY_PARAMETER,
            REQUEST_TYPE,
            REQUEST_BODY,
            UNDESCRIBED_REQUEST_FIELD);

    /** Whether it is a request that departs from the description. */
    boolean ofRequest() {
      return OF_REQUEST.contains(this);
    }
  }

  @Override
  public String toString() {
    return rule + " in " + where + ": " + what;
  }
}
