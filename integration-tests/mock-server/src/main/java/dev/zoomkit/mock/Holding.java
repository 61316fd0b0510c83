package dev.zoomkit.mock;

import dev.zoomkit.mock.call.Attendee;
import dev.zoomkit.mock.call.Occasion;
import dev.zoomkit.mock.call.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When, how long and where {@link MockZoom#hold} holds a session, and what is made of it.
 * Immutable.
 */
public final class Holding {
  /** As it was scheduled, in the own account. */
  public static final Holding AS_SCHEDULED = new Holding(null, null, Set.of(), false, null);

  private final @Nullable Instant start;
  private final @Nullable Duration length;
  private final Set<Product> products;
  private final boolean slashed;
  private final @Nullable String account;

  private Holding(
      @Nullable Instant start,
      @Nullable Duration length,
      Set<Product> products,
      boolean slashed,
      @Nullable String account) {
    this.start = start;
    this.length = length;
    this.products = products;
    this.slashed = slashed;
    this.account = account;
  }

  /**
   * The same, but started at a time of its own; fractions of a second are dropped.
   *
   * @param time from 1970 to 9999; what is held, and not begun, is over at the mock's present
   */
  public Holding at(Instant time) {
    Arguments.time("A session starts", Arguments.require("Holding.at needs a time", time));
    return new Holding(time, length, products, slashed, account);
  }

  /**
   * The same, but lasting a time of its own.
   *
   * @param time more than zero, and 365 days at most
   */
  public Holding lasting(Duration time) {
    Arguments.require("Holding.lasting needs a time", time);
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(
          "A session lasts for some time, such as PT30M, and not " + time + ".");
    }
    Arguments.duration("A session lasts", time);
    return new Holding(start, time, products, slashed, account);
  }

  /** The same, recorded to the cloud, whatever the settings of the session say. */
  public Holding recorded() {
    return with(Product.RECORDING);
  }

  /** The same, archived for compliance. */
  public Holding archived() {
    return with(Product.ARCHIVE);
  }

  /** The same, with a summary by AI Companion, whatever the settings of the session say. */
  public Holding summarized() {
    return with(Product.SUMMARY);
  }

  /**
   * The same, with a UUID such as {@code /Y//dWjSQ9WdyDNj2N1Vvg==}: as it begins with a slash and
   * has two in a row, Zoom takes it in a path only if it is percent-encoded twice.
   */
  public Holding slashedUuid() {
    return new Holding(start, length, products, true, account);
  }

  private Holding with(Product product) {
    EnumSet<Product> more = EnumSet.of(product);
    more.addAll(products);
    return new Holding(start, length, more, slashed, account);
  }

  /** The same in a sub-account; the own account is {@code me}. */
  public Holding inAccount(String accountId) {
    Arguments.require("Holding.inAccount needs an accountId", accountId);
    return new Holding(start, length, products, slashed, accountId);
  }

  /** What a caller, such as {@code MockZoom.hold}, asks to be held. */
  static Occasion occasion(
      String caller, String sessionId, Holding holding, Participant... participants) {
    Arguments.require(caller + " needs a sessionId", sessionId);
    Arguments.require(caller + " needs a holding", holding);
    Arguments.require(caller + " needs participants", participants);
    List<Attendee> attendees = new ArrayList<>();
    for (Participant participant : participants) {
      attendees.add(Arguments.require(caller + " needs a participant", participant).attendee());
    }
    return new Occasion(
        holding.account,
        sessionId,
        holding.start,
        holding.length,
        holding.products,
        holding.slashed,
        attendees);
  }
}
