package dev.zoomkit.internal.http;

import java.time.Clock;
import java.time.Duration;
import okhttp3.Call;

/**
 * What requests for tokens are made with.
 *
 * @param calls repeats what fails on the way, and follows no redirect
 * @param clock tells when a lifetime begins
 * @param longest what one request takes at most, with all its attempts and the waits between them
 */
public record TokenHttp(Call.Factory calls, Clock clock, Duration longest) {}
