package dev.zoomkit.mock.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A meeting or webinar that somebody has scheduled.
 *
 * @param id its number
 * @param registrants none where anybody may come
 */
record Scheduled(
    String id,
    Member host,
    boolean isWebinar,
    Instant start,
    Duration length,
    List<Person> registrants) {}
