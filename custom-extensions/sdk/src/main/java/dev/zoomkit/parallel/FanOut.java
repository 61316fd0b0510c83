package dev.zoomkit.parallel;

import dev.zoomkit.internal.thread.Threads;
import dev.zoomkit.runtime.Arguments;
import java.util.Collections;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does something for many items, several at a time:
 *
 * <pre>{@code
 * try (Results<WebinarSummary> webinars =
 *     FanOut.over(account.users().listUsers())
 *         .inFlight(4)
 *         .flatMap(user -> account.webinars().listWebinars(UserRef.id(user.id())))) {
 *   webinars.forEach(webinar -> System.out.println(webinar.topic()));
 * }
 * }</pre>
 *
 * <p>Each item has a thread of its own: a virtual one where the JDK has them (21 and newer), else
 * one of a pool; daemons in either case. Results come in the order of the items, unless {@link
 * #asTheyCome()}. Nothing is done before the {@link Results} are read. The source is read by one
 * thread at a time, which is not always the same, and never further than there is room: as many
 * items as are {@linkplain #inFlight in flight}, and as many whose results wait. Of an item, 64
 * results wait at most. What several fan-outs do at a time adds up, and so it multiplies where the
 * function returns another one; none of them waits for a thread of another. All calls of a client
 * keep to its rate limits together, as ever.
 *
 * <p>The first exception, in the order of the results, ends the whole: what comes after it is
 * interrupted at once, and what came before it is handed out. The methods that end in {@code
 * Outcomes} go on instead, and say of each item what came of it. An exception of the source comes
 * when all items before it are done, and ends the whole in either case; so does an {@link Error}.
 *
 * <p>Immutable and thread-safe, as far as the source is.
 *
 * @param <T> the type of an item
 */
public final class FanOut<T> {

  private static final int IN_FLIGHT = 8;
  private static final int MOST_IN_FLIGHT = 1000;

  private final Iterable<? extends T> source;
  private final int inFlight;
  private final boolean ordered;

  private FanOut(Iterable<? extends T> source, int inFlight, boolean ordered) {
    this.source = source;
    this.inFlight = inFlight;
    this.ordered = ordered;
  }

  /**
   * Over all items of a source: a collection, a list that comes in pages, the sub-accounts of a
   * client, or what another fan-out makes, which is closed with this one's results. Eight are in
   * flight.
   */
  public static <T> FanOut<T> over(Iterable<? extends T> source) {
    return new FanOut<>(Arguments.require("FanOut", "source", source), IN_FLIGHT, true);
  }

  /**
   * The same with so many items in flight: how many times the function is called, or what it
   * returned is read, at the same time.
   *
   * @throws IllegalArgumentException if it is not from 1 to 1,000
   */
  public FanOut<T> inFlight(int most) {
    if (most < 1 || most > MOST_IN_FLIGHT) {
      throw Arguments.unfit(
          "FanOut", "inFlight", "from 1 to %d; it was %d.".formatted(MOST_IN_FLIGHT, most));
    }
    return new FanOut<>(source, most, ordered);
  }

  /**
   * The same with each result handed out as soon as it is there. Those of one item stay in their
   * order.
   */
  public FanOut<T> asTheyCome() {
    return new FanOut<>(source, inFlight, false);
  }

  /**
   * What a function makes of each item.
   *
   * @param function must be thread-safe; may return null
   */
  public <R extends @Nullable Object> Results<R> map(Function<? super T, ? extends R> function) {
    return Results.of(job(single("FanOut.map", function), false), Outcome::value);
  }

  /**
   * All that a function makes of each item. What it returns is read as there is room, and by one
   * thread at a time.
   *
   * @param function must be thread-safe; may return a list that comes in pages, or what another
   *     fan-out makes, which is closed with these results
   */
  public <R extends @Nullable Object> Results<R> flatMap(
      Function<? super T, ? extends Iterable<? extends R>> function) {
    return Results.of(job(several("FanOut.flatMap", function), false), Outcome::value);
  }

  /**
   * As {@link #map}, with the items, and with the exceptions in place of values.
   *
   * @param function must be thread-safe; may return null
   */
  public <R extends @Nullable Object> Results<Outcome<T, R>> mapOutcomes(
      Function<? super T, ? extends R> function) {
    return Results.of(
        this.<R>job(single("FanOut.mapOutcomes", function), true), Function.identity());
  }

  /**
   * As {@link #flatMap}, with the items: an outcome for each thing that the function made of an
   * item, and one more where an exception ended that.
   *
   * @param function must be thread-safe
   */
  public <R extends @Nullable Object> Results<Outcome<T, R>> flatMapOutcomes(
      Function<? super T, ? extends Iterable<? extends R>> function) {
    return Results.of(
        this.<R>job(several("FanOut.flatMapOutcomes", function), true), Function.identity());
  }

  private <R extends @Nullable Object> Job<T, R> job(
      Function<? super T, ? extends Iterable<? extends R>> function, boolean collecting) {
    Threads threads = new Threads(inFlight + 1); // One reads the source.
    return new Job<>(source, function, inFlight, ordered, collecting, threads);
  }

  private static <T, R extends @Nullable Object> Function<T, Iterable<? extends R>> single(
      String caller, Function<? super T, ? extends R> function) {
    Arguments.require(caller, "function", function);
    return item -> Collections.singletonList(function.apply(item));
  }

  private static <T, R extends @Nullable Object> Function<T, Iterable<? extends R>> several(
      String caller, Function<? super T, ? extends Iterable<? extends R>> function) {
    Arguments.require(caller, "function", function);
    return item -> Arguments.require(caller, "value of the function", function.apply(item));
  }
}
