package dev.zoomkit.walks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.TokenException;
import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.error.ConnectionException;
import dev.zoomkit.error.RateLimitedException;
import dev.zoomkit.error.ServerException;
import dev.zoomkit.error.UnauthorizedException;
import dev.zoomkit.error.UnreadableResponseException;
import dev.zoomkit.error.ZoomException;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.model.WebinarSummary;
import dev.zoomkit.paging.Page;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.paging.PagingException;
import dev.zoomkit.paging.Position;
import dev.zoomkit.paging.Walk;
import dev.zoomkit.user.UserRef;
import dev.zoomkit.walks.WalkFaults.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Walks over a list of 50 pages of a mock, each under a random plan of faults, and what they have
 * to hand out. For one thread at a time.
 */
final class PlannedWalks implements AutoCloseable {
  static final int PAGES = 50;
  private static final int PAGE_SIZE = 2;
  private static final int MOST_FAULTS = 12;
  private static final int LONGEST_BURST = 6;
  private static final int MOST_RESUMPTIONS = 3 * MOST_FAULTS;
  private static final String JILL = "jill@acme.example";

  private static final Set<Class<? extends ZoomException>> TYPED =
      Set.of(
          ConnectionException.class,
          UnreadableResponseException.class,
          ServerException.class,
          RateLimitedException.class,
          UnauthorizedException.class,
          TokenException.class,
          PagingException.class);

  private final MockZoom mock = MockZoom.start();
  private final OkHttpClient http =
      new OkHttpClient.Builder().readTimeout(WalkFaults.PATIENCE).build();
  private final UserRef jill = UserRef.id(mock.addUser(JILL));
  private final WalkFaults faults =
      new WalkFaults(mock, "listWebinars", this::addWebinar, this::removeWebinar);

  /** All that are there, in no order. */
  private final Set<Long> there = ConcurrentHashMap.newKeySet();

  private final Set<Long> added = ConcurrentHashMap.newKeySet();
  private final Set<Long> removed = ConcurrentHashMap.newKeySet();
  private Random random = new Random(0);

  /** Of what the mock's threads choose, so that each plan can be run again. */
  private Random choices = new Random(0);

  private int walks;
  private int failures;
  private int responses;

  PlannedWalks() {
    mock.filterResponses(faults);
  }

  @Override
  public void close() {
    http.connectionPool().evictAll();
    mock.close();
  }

  /** How many walks there were, those that went on from a position included. */
  int walks() {
    return walks;
  }

  /** How many of them ended in an exception. */
  int failures() {
    return failures;
  }

  /** How many pages were sent, or should have been. */
  int responses() {
    return responses;
  }

  /** Walks the list under a plan, which depends on the seed alone. */
  void walk(int seed) throws InterruptedException {
    random = new Random(seed);
    choices = new Random(seed);
    faults.plan(Map.of());
    while (there.size() < PAGES * PAGE_SIZE) {
      addWebinar();
    }
    while (there.size() > PAGES * PAGE_SIZE) {
      removeWebinar();
    }
    added.clear();
    removed.clear();
    Map<Integer, Fault> plan = randomFaults();
    boolean changes = plan.values().stream().anyMatch(Fault::changesTheList);
    faults.plan(plan);
    try (ZoomClient client = client(random)) {
      List<Long> delivered = new ArrayList<>();
      ZoomException failure = walk(client, delivered, !changes);
      check(delivered, failure);
    }
    responses += faults.responses();
  }

  private void check(List<Long> delivered, @Nullable ZoomException failure) {
    assertThat(delivered).as("no item comes twice").doesNotHaveDuplicates();
    Set<Long> ever = new HashSet<>(there);
    ever.addAll(removed);
    assertThat(ever).containsAll(delivered);
    if (failure == null) {
      Set<Long> throughout = new HashSet<>(there);
      throughout.removeAll(added);
      assertThat(delivered).as("no item is missed").containsAll(throughout);
    }
  }

  /** Some alone and some several times in a row, so that attempts run out. */
  private Map<Integer, Fault> randomFaults() {
    Map<Integer, Fault> plan = new TreeMap<>();
    for (int n = random.nextInt(MOST_FAULTS); n > 0; n--) {
      Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
      int at = 1 + random.nextInt(PAGES + PAGES / 2);
      int burst = random.nextInt(4) == 0 ? 1 + random.nextInt(LONGEST_BURST) : 1;
      for (int i = 0; i < burst; i++) {
        plan.put(at + i, fault);
      }
    }
    return plan;
  }

  /** Null where the list was read to its end, at once or after going on from a position. */
  private @Nullable ZoomException walk(ZoomClient client, List<Long> delivered, boolean resume) {
    Pages<WebinarSummary> list =
        client.ownAccount().webinars().listWebinars(jill, query -> query.pageSize(PAGE_SIZE));
    Pages<WebinarSummary> pages = random.nextBoolean() ? list.prefetching() : list;
    @Nullable String position = null;
    ZoomException last = null;
    for (int attempt = 0; attempt <= MOST_RESUMPTIONS; attempt++) {
      walks++;
      try (Walk<Page<WebinarSummary>> walk =
          (position == null ? pages : pages.resumeAt(Position.parse(position))).walkByPage()) {
        while (walk.hasNext()) {
          Page<WebinarSummary> page = walk.next();
          page.items().forEach(webinar -> delivered.add(webinar.id()));
          position = page.position().text();
        }
        return null;
      } catch (ZoomException failure) {
        assertThat(isExpected(failure)).as(failure.toString()).isTrue();
        failures++;
        last = failure;
        if (!resume) {
          return failure;
        }
      }
    }
    throw new AssertionError("The walk does not get to its end.", last);
  }

  /** A refusal of a token whose words were lost on the way might be any. */
  private static boolean isExpected(ZoomException failure) {
    return failure instanceof BadRequestException refusal
        ? refusal.code() == null
        : TYPED.contains(failure.getClass());
  }

  private ZoomClient client(Random jitter) {
    return mock.clientBuilder().httpClient(http).random(jitter).build();
  }

  private void addWebinar() {
    String id =
        mock.seed("createWebinar", Map.of("userId", jill.value()), "{\"topic\": \"Town hall\"}", 1)
            .get(0);
    there.add(Long.valueOf(id));
    added.add(Long.valueOf(id));
  }

  private void removeWebinar() {
    Long id = there.stream().sorted().skip(choices.nextInt(there.size())).findFirst().orElseThrow();
    try (ZoomClient client = client(choices)) {
      client.ownAccount().webinars().deleteWebinar(id);
    }
    there.remove(id);
    removed.add(id);
  }
}
