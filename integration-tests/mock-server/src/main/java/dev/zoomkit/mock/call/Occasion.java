package dev.zoomkit.mock.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One time that a meeting or webinar is held.
 *
 * @param accountId null for the own account
 * @param sessionId the number of the meeting or webinar
 * @param start null for the scheduled start if that is past, else the present
 * @param length null for the scheduled duration
 * @param products what is made of it, whatever its settings say
 * @param slashed whether its UUID begins with a slash and has two in a row
 * @param attendees the host alone where there are none
 */
public record Occasion(
    @Nullable String accountId,
    String sessionId,
    @Nullable Instant start,
    @Nullable Duration length,
    Set<Product> products,
    boolean slashed,
    List<Attendee> attendees) {}
