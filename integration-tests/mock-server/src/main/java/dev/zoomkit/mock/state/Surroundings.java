package dev.zoomkit.mock.state;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a mock gives to each world that it begins, and what does not change with it.
 *
 * @param idSeed what ids of new things are drawn from
 * @param origin where links to files lead
 * @param downloadTokens gives a token that is good for files, for a time
 * @param delay how long after its end something shows where Zoom evaluates it first
 * @param circumstances what a test assumes of the world, in the words of the description
 */
public record Surroundings(
    Clock clock,
    long idSeed,
    URI origin,
    Function<Duration, String> downloadTokens,
    Supplier<Duration> delay,
    Supplier<Set<String>> circumstances) {}
