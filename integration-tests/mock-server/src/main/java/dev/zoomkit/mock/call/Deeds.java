package dev.zoomkit.mock.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did at a session that is told of later.
 *
 * @param answered the questions of polls
 * @param asked questions to the host, with an empty answer where there was none
 * @param shared how long the screen was shared, from joining on; zero where it was not
 * @param rated how it was rated on leaving; null where it was not
 * @param surveyed the questions of the survey
 * @param complained the kinds of complaint
 */
public record Deeds(
    List<Question> answered,
    List<Question> asked,
    Duration shared,
    @Nullable Rating rated,
    List<Question> surveyed,
    List<String> complained) {
  public static final Deeds NONE =
      new Deeds(List.of(), List.of(), Duration.ZERO, null, List.of(), List.of());

  /** A question with the answer to it. */
  public record Question(String question, String answer) {}

  /**
   * A thumb up or down.
   *
   * @param comment empty where there was none
   */
  public record Rating(boolean satisfied, String comment) {}

  /** The same, and an answer in a poll. */
  public Deeds answered(String question, String answer) {
    return new Deeds(and(answered, question, answer), asked, shared, rated, surveyed, complained);
  }

  /** The same, and a question to the host. */
  public Deeds asked(String question, String answer) {
    return new Deeds(answered, and(asked, question, answer), shared, rated, surveyed, complained);
  }

  /** The same, but with the screen shared for a time. */
  public Deeds shared(Duration time) {
    return new Deeds(answered, asked, time, rated, surveyed, complained);
  }

  /** The same, but with a rating. */
  public Deeds rated(Rating rating) {
    return new Deeds(answered, asked, shared, rating, surveyed, complained);
  }

  /** The same, and an answer to the survey. */
  public Deeds surveyed(String question, String answer) {
    return new Deeds(answered, asked, shared, rated, and(surveyed, question, answer), complained);
  }

  /** The same, and a complaint. */
  public Deeds complained(String kind) {
    return new Deeds(answered, asked, shared, rated, surveyed, and(complained, kind));
  }

  private static List<Question> and(List<Question> some, String question, String answer) {
    return and(some, new Question(question, answer));
  }

  private static <T> List<T> and(List<T> some, T one) {
    List<T> more = new ArrayList<>(some);
    more.add(one);
    return List.copyOf(more);
  }
}
