package dev.zoomkit.mock.world;

import java.time.Duration;

/**
 * What was held in an account.
 *
 * @param leastParticipants how many were at a session, the host among them
 * @param mostParticipants as many at most
 * @param over how long ago the first was held
 * @param recorded the share that was recorded to the cloud, from 0 to 1
 */
public record PastPlan(
    int meetingsPerUser,
    int webinarsPerUser,
    int leastParticipants,
    int mostParticipants,
    Duration over,
    double recorded) {

  /** How many sessions a user held. */
  public int sessionsPerUser() {
    return meetingsPerUser + webinarsPerUser;
  }
}
