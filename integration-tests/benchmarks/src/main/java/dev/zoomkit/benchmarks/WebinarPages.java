package dev.zoomkit.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The page that every benchmark reads and writes: 300 webinars, as Zoom would send them. */
final class WebinarPages {

  private static final int SIZE = 300;
  private static final Instant FIRST_START = Instant.parse("2026-01-01T10:00:00Z");

  private WebinarPages() {}

  /** The page as UTF-8 JSON, the same in every run. */
  static byte[] json() {
    StringBuilder page = new StringBuilder(140_000);
    page.append("{\"page_size\":300,\"total_records\":912,\"next_page_token\":\"Kx3vPq8LRw2m\"");
    page.append(",\"webinars\":[");
    for (int i = 0; i < SIZE; i++) {
      page.append(i == 0 ? "" : ",").append(webinar(i));
    }
    return page.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String webinar(int i) {
    Instant start = FIRST_START.plus(7L * i, ChronoUnit.HOURS);
    return """
        {"uuid":"q%04dXyYqH+eKWhk9w==","id":%d,"host_id":"p%03dPqLwRk2TnSx7BvZc","topic":"Quarterly \
        review %d: what changed – and why","type":%d,"start_time":"%s","duration":%d,"timezone":\
        "Europe/Berlin","agenda":"Results of the quarter, the road ahead, and half an hour for \
        questions. Please send yours to the host beforehand.","created_at":"%s","join_url":\
        "https://example.zoom.us/j/%d","is_simulive":%b}"""
        .formatted(
            i,
            90_000_000_000L + i,
            i % 40,
            i,
            i % 3 == 0 ? 9 : 5,
            start,
            30 + i % 4 * 15,
            start.minus(9, ChronoUnit.DAYS),
            90_000_000_000L + i,
            i % 10 == 0);
  }
}
