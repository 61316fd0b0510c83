package dev.zoomkit.paging;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.TestClock;
import dev.zoomkit.internal.window.DateRange;
import dev.zoomkit.internal.window.PageSource;
import dev.zoomkit.internal.window.PageSource.Step;
import dev.zoomkit.internal.window.PendingCall;
import dev.zoomkit.internal.window.Span;
import dev.zoomkit.value.PagedResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A list on a server that hands out two items a page, by offset: what is added or removed in front
 * of a page moves the pages behind. An item that begins with {@code ?} has no identity.
 */
final class FakeList {

  private static final int PAGE_SIZE = 2;

  final TestClock clock = new TestClock();

  /** The requests, such as "t2" for a token, "#2" for a number, and "-" for neither. */
  final List<String> sent = Collections.synchronizedList(new ArrayList<>());

  /** The items of each window, by its first day; of the only one by the empty text. */
  private final Map<String, List<String>> items = new TreeMap<>();

  private DateRange<?> range = DateRange.none();
  private Step step = Step.TOKEN;
  private @Nullable String startToken;
  private @Nullable String query;
  private Consumer<String> beforeEach = request -> {};
  boolean counts = true;
  @Nullable LocalDate coveredFrom;
  @Nullable LocalDate coveredTo;

  static FakeList of(String... items) {
    FakeList list = new FakeList();
    list.items.put("", new ArrayList<>(List.of(items)));
    return list;
  }

  static FakeList over(DateRange<?> range) {
    FakeList list = new FakeList();
    list.range = range;
    return list;
  }

  FakeList with(String firstDay, String... ofWindow) {
    items.put(firstDay, new ArrayList<>(List.of(ofWindow)));
    return this;
  }

  FakeList numbered() {
    step = Step.TOKEN_OR_NUMBER;
    return this;
  }

  FakeList from(String token) {
    startToken = token;
    return this;
  }

  FakeList query(String other) {
    query = other;
    return this;
  }

  /** What happens on the server before it responds to a request. */
  FakeList before(String request, Runnable change) {
    Consumer<String> earlier = beforeEach;
    boolean[] done = {false};
    beforeEach =
        asked -> {
          earlier.accept(asked);
          if (asked.equals(request) && !done[0]) {
            done[0] = true;
            change.run();
          }
        };
    return this;
  }

  /** As {@link #before}, each time. */
  FakeList always(String request, Runnable change) {
    Consumer<String> earlier = beforeEach;
    beforeEach =
        asked -> {
          earlier.accept(asked);
          if (asked.equals(request)) {
            change.run();
          }
        };
    return this;
  }

  List<String> items() {
    return items("");
  }

  List<String> items(String firstDay) {
    return items.getOrDefault(firstDay, List.of());
  }

  Pages<String> pages() {
    return Pages.of(
        new PageSource<>("listThings", step, startToken, null, range, clock, this::call));
  }

  private PendingCall<Response> call(
      @Nullable String token, @Nullable Integer number, Span window) {
    return new FunctionCall<>(
        "GET things?%s&%s".formatted(window, query), () -> page(token, number, window));
  }

  private Response page(@Nullable String token, @Nullable Integer number, Span window) {
    String day = window.from() == null ? "" : window.from().toString();
    String asked = token != null ? token : number == null ? "-" : "#" + number;
    String request = day.isEmpty() ? asked : asked + " " + window;
    sent.add(request);
    if (sent.size() > 1_000) {
      throw new AssertionError("The walk does not end.");
    }
    beforeEach.accept(request);
    List<String> all = items(day);
    int page = token != null ? Integer.parseInt(token.substring(1)) : number == null ? 1 : number;
    int from = Math.min(all.size(), (page - 1) * PAGE_SIZE);
    int to = Math.min(all.size(), page * PAGE_SIZE);
    boolean more = to < all.size();
    boolean byToken = step == Step.TOKEN;
    return new Response(
        List.copyOf(all.subList(from, to)),
        more && byToken ? "t" + (page + 1) : "",
        byToken ? null : page,
        byToken ? null : (all.size() + PAGE_SIZE - 1) / PAGE_SIZE,
        counts ? all.size() : null,
        coveredFrom,
        coveredTo);
  }

  /** What a client throws when Zoom says that a token ended. */
  static BadRequestException endedToken() {
    return refusal(300);
  }

  static BadRequestException refusal(int code) {
    try (FakeZoom zoom = new FakeZoom();
        ZoomClient client = zoom.client().build()) {
      zoom.respondToToken(FakeZoom.token("token-1", "user:master"));
      zoom.respond(
          FakeZoom.status(
              400,
              "{\"code\":%d,\"message\":\"The next page token is invalid.\"}".formatted(code)));
      client.account("sub").users().listUsers().iterator().next();
      throw new AssertionError("Zoom took it.");
    } catch (BadRequestException refusal) {
      return refusal;
    }
  }

  record Response(
      List<String> items,
      @Nullable String nextPageToken,
      @Nullable Integer pageNumber,
      @Nullable Integer pageCount,
      @Nullable Integer totalRecords,
      @Nullable LocalDate coveredFrom,
      @Nullable LocalDate coveredTo)
      implements PagedResponse<String> {

    @Override
    public @Nullable Object identity(String item) {
      return item.startsWith("?") ? null : item;
    }
  }
}
