package dev.zoomkit.mock;

import dev.zoomkit.mock.world.PastPlan;
import java.time.Duration;

/**
 * What was held in an account that {@link MockZoom.Builder#account} makes up: in working hours on
 * the clocks of the host, with users and guests who were there at the same time, some of whom came
 * late or left early. Reports, dashboards, past instances and recordings have it, as that which
 * {@link MockZoom#hold} holds. Not thread-safe.
 */
public final class PastSeed {
  private static final int MOST_SESSIONS = 750;
  private static final int MOST_PARTICIPANTS = 1_000;
  private static final int A_WEEK = 30;
  private static final Duration LEAST_TIME = Duration.ofDays(7);
  private static final Duration MOST_TIME = Duration.ofDays(180);

  private int meetings;
  private int webinars;
  private int least = 2;
  private int most = 8;
  private Duration over = Duration.ofDays(28);
  private double recorded = 0.25;

  PastSeed() {}

  /**
   * How many meetings each user held, each once; none by default.
   *
   * @param count 0 to 750, with the webinars no more than 30 a week
   */
  public PastSeed meetingsPerUser(int count) {
    this.meetings = Arguments.count("A user has held", count, 0, MOST_SESSIONS, "meetings");
    return this;
  }

  /**
   * How many webinars each user held, each once; none by default.
   *
   * @param count 0 to 750, with the meetings no more than 30 a week
   */
  public PastSeed webinarsPerUser(int count) {
    this.webinars = Arguments.count("A user has held", count, 0, MOST_SESSIONS, "webinars");
    return this;
  }

  /**
   * How many were at each meeting and webinar, the host among them; 2 to 8 by default.
   *
   * @param least 1 to 1,000
   * @param most {@code least} to 1,000
   */
  public PastSeed participants(int least, int most) {
    this.least = Arguments.count("A session has", least, 1, MOST_PARTICIPANTS, "participants");
    this.most = Arguments.count("A session has", most, least, MOST_PARTICIPANTS, "participants");
    return this;
  }

  /**
   * How long before the mock's time it began; four weeks by default.
   *
   * @param time 7 to 180 days, as far back as Zoom's reports reach
   */
  public PastSeed over(Duration time) {
    Arguments.require("PastSeed.over needs a time", time);
    if (time.compareTo(LEAST_TIME) < 0 || time.compareTo(MOST_TIME) > 0) {
      throw new IllegalArgumentException(
          "The past goes back 7 to 180 days, such as P28D, and not " + time + ".");
    }
    this.over = time;
    return this;
  }

  /**
   * The share that was recorded to the cloud; a quarter by default.
   *
   * @param share 0 to 1
   */
  public PastSeed recorded(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "The share of what was recorded is 0 to 1, such as 0.25, and not " + share + ".");
    }
    this.recorded = share;
    return this;
  }

  PastPlan plan() {
    long fits = over.toDays() / LEAST_TIME.toDays() * A_WEEK;
    if (meetings + webinars > fits) {
      throw new IllegalArgumentException(
          "A user held "
              + fits
              + " meetings and webinars in "
              + over.toDays()
              + " days at most, 30 a week, and not "
              + (meetings + webinars)
              + "; over(…) makes the time longer.");
    }
    return new PastPlan(meetings, webinars, least, most, over, recorded);
  }
}
