package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.call.App;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.http.AccountLimits;
import dev.zoomkit.mock.http.AuthorizationServer;
import dev.zoomkit.mock.http.Evidence;
import dev.zoomkit.mock.http.PlanLimits;
import dev.zoomkit.mock.http.Playback;
import dev.zoomkit.mock.http.RequestHandler;
import dev.zoomkit.mock.http.Server;
import dev.zoomkit.mock.http.Tokens;
import dev.zoomkit.mock.state.Beginnings;
import dev.zoomkit.mock.state.CallHandler;
import dev.zoomkit.mock.state.Surroundings;
import dev.zoomkit.mock.world.AccountPlan;
import dev.zoomkit.mock.world.WorldClock;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.OverlayException;
import dev.zoomkit.spec.reader.Typos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for Zoom on a free port of this machine: every operation of the description, with
 * state.
 *
 * <pre>{@code
 * try (MockZoom mock = MockZoom.start()) {
 *   mock.seed("createWebinar", "{\"topic\": \"Town hall {n}\"}", 40);
 *   ZoomClient zoom = mock.client();
 *   // or another client, with apiBase(), tokenEndpoint() and the credentials below
 * }
 * }</pre>
 *
 * <p>What a test gives is what it reads back; only what nobody gave is made up. Of the rules that
 * the description's error codes state, those are kept that depend on what exists, with the code
 * that the description has. A {@code download_url} leads to the mock, which serves the file to an
 * access token: as many bytes as the response says, though not of a real recording. A name that the
 * description does not have is refused with an {@link IllegalArgumentException} that says which one
 * is near.
 *
 * <p>At the start there is what the description's examples tell of, in the own account and in the
 * sub-account that {@link #example example("accountId")} names. Requests are checked as Zoom checks
 * them, and more strictly where Zoom looks away: unknown query parameters and multipart parts are
 * refused, and a start with an offset, which Zoom ignores. A start without {@code Z} is on the
 * clocks of the time zone that the request names, else of the one that the webinar or meeting has,
 * else of its host's, else of UTC; so are the days and the hour of a series. Time stands still
 * until {@link #clock()} is advanced, ids come in the same order in every run. Thread-safe.
 */
public final class MockZoom implements AutoCloseable {
  /**
   * The account that the mock's app belongs to, which is the one that {@code me} and the paths
   * without an account mean.
   */
  public static final String ACCOUNT_ID = App.ACCOUNT_ID;

  /** The id of the mock's app. */
  public static final String CLIENT_ID = App.CLIENT_ID;

  /** The secret of the mock's app. */
  public static final String CLIENT_SECRET = App.CLIENT_SECRET;

  /** What requests for a token are called where an operation is named. */
  public static final String TOKEN_OPERATION = RequestHandler.TOKEN_OPERATION;

  /** What requests for a device code are called where an operation is named. */
  public static final String DEVICE_CODE_OPERATION =
      RequestHandler.OAUTH_OPERATIONS.get("devicecode");

  /** What requests that take a token back are called where an operation is named. */
  public static final String REVOKE_OPERATION = RequestHandler.OAUTH_OPERATIONS.get("revoke");

  private final ApiDescription description;
  private final Beginnings beginnings;
  private final MockClock clock;
  private final long seed;
  private final Instant startAt;
  private final boolean empty;
  private final @Nullable AccountPlan account;
  private final boolean everyField;
  private final Tokens tokens;
  private final AuthorizationServer oauth;
  private final Authorizations authorizations;
  private final RequestLog log;
  private final Script script;
  private final AccountLimits limits;
  private final Server server;
  private final RequestHandler handler;
  private final Lifetime lifetime = new Lifetime();
  private final Evidence evidence;
  private final Set<Deviation> deviationsAtStart;
  private volatile CallHandler executor;
  private volatile Deviating deviating;
  private volatile Set<String> circumstances = Set.of();

  private MockZoom(Builder builder, Server server) {
    this.server = server;
    this.description =
        builder.description == null ? ApiDescription.onClassPath() : builder.description;
    this.beginnings = new Beginnings(description);
    this.clock =
        builder.time == null
            ? MockClock.standing(builder.startAt)
            : MockClock.running(builder.startAt, builder.time);
    this.seed = builder.seed;
    this.startAt = builder.startAt;
    this.empty = builder.empty;
    this.account = builder.account;
    this.everyField = builder.everyField;
    this.log = new RequestLog(builder.keptRequests);
    this.script = new Script(log);
    this.tokens = new Tokens(clock);
    Set<String> scopes =
        builder.scopes == null ? description.scopes() : description.known(builder.scopes);
    this.limits =
        new AccountLimits(
            clock, builder.plan == null ? null : PlanLimits.valueOf(builder.plan.name()));
    this.oauth =
        new AuthorizationServer(
            tokens,
            clock,
            server.origin(),
            scopes,
            builder.refreshGrace,
            description.exampleInPath("userId"));
    this.authorizations =
        new Authorizations(description, tokens, oauth, name -> executor.userId(name));
    this.evidence = new Evidence(description, beginnings);
    this.deviationsAtStart = Set.copyOf(builder.deviations);
    this.deviating = Deviating.of(deviationsAtStart, description, seed);
    this.executor = newExecutor(account);
    this.handler =
        new RequestHandler(
            description,
            tokens,
            oauth,
            script,
            limits,
            clock,
            () -> executor,
            () -> deviating.realism());
    if (builder.adminApi) {
      handler.add(AdminApi.of(this, description), server.origin(), evidence);
    }
    server.serve(handler);
  }

  /** Starts a mock on a free port with every scope that the description knows. */
  public static MockZoom start() {
    return builder().start();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Where the API is: {@code http://127.0.0.1:<port>/v2/}. */
  public URI apiBase() {
    return server.origin().resolve("/v2/");
  }

  /** Where tokens are issued: {@code http://127.0.0.1:<port>/oauth/token}. */
  public URI tokenEndpoint() {
    return server.origin().resolve("/oauth/token");
  }

  /**
   * A new client of the SDK that takes the mock for Zoom, as the mock's app, with its defaults. Its
   * waits move {@link #clock()} instead of taking time. It may be closed before the mock, which
   * closes it at the latest. Needs {@code dev.zoomkit:zoomkit}, which the mock does not bring
   * along.
   *
   * @throws IllegalStateException if the mock is closed
   */
  public ZoomClient client() {
    ZoomClient client = clientBuilder().build();
    lifetime.add(client::close);
    return client;
  }

  /**
   * What {@link #client()} builds, for those who want it otherwise. The client is the caller's to
   * close.
   *
   * @throws IllegalStateException if the mock is closed
   */
  public ZoomClient.Builder clientBuilder() {
    lifetime.requireOpen();
    return ReadyClient.builder(this);
  }

  /** The time that tokens, page tokens and new things go by. */
  public MockClock clock() {
    return clock;
  }

  /**
   * The value that the description gives as the example of a path parameter, such as {@code
   * userId}. It names something that exists from the start, unless the mock was begun {@linkplain
   * Builder#empty() empty}.
   *
   * @throws IllegalArgumentException if no operation has such a path parameter with an example
   */
  public String example(String pathParameter) {
    Arguments.require("MockZoom.example needs a pathParameter", pathParameter);
    return description.exampleInPath(pathParameter);
  }

  /**
   * How far the response of an operation is to be trusted.
   *
   * @throws IllegalArgumentException if there is no such operation
   */
  public Trust trust(String operationId) {
    Arguments.require("MockZoom.trust needs an operationId", operationId);
    return Trust.valueOf(evidence.of(description.operation(operationId)));
  }

  /**
   * Adds things to the own account, under the things that the path parameters' examples name.
   *
   * @see #seed(String, Map, String, int)
   */
  public List<String> seed(String operationId, String json, int times) {
    return seed(operationId, Map.of(), json, times);
  }

  /**
   * Adds things. A creating operation takes a request body, as if it had been called; a listing
   * operation takes a row of its response, of which what is left out is as in the description's
   * example.
   *
   * @param operationId such as {@code createWebinar}, or {@code listWebinarAbsentees}
   * @param path the path parameters that differ from the description's examples; {@code accountId}
   *     is the own account when left out
   * @param json a JSON object, in which {@code {n}} stands for 1, 2, 3 …
   * @param times how many to add, at least one
   * @return the ids of what was added, in order
   * @throws IllegalArgumentException if the operation is unknown or keeps nothing, if the JSON is
   *     not valid for it or has a field that nobody knows, if something of the same id is there, or
   *     if the operation would be refused; the message names the nearest name where one is unknown.
   *     Of several, none is added if one is not valid, and those before it if one is refused for
   *     what is there; the message says how many
   */
  public List<String> seed(String operationId, Map<String, String> path, String json, int times) {
    return new Seeding(description, world()).add(operationId, path, json, times);
  }

  /**
   * Holds a meeting or webinar of the own account as it was scheduled, for its duration: at the
   * first of its scheduled starts that it was not held at yet and from which on it is over by now,
   * else so that it ends now. Whatever shows what was held shows it from then on: past instances,
   * reports, dashboards, recordings where its settings record to the cloud, and as absentees those
   * registrants whose addresses no participant has.
   *
   * @param sessionId the number of the meeting or webinar
   * @param participants who was there, the host too if so; the host alone where nobody is named
   * @return the UUID of the instance; the number names the last one
   * @throws IllegalArgumentException if there is no such session, or it is running, if it would end
   *     in the future of the mock's clock, if a participant is no user of the account, has an
   *     address that is none or an unknown device, or is there longer than the session lasts
   */
  public String hold(String sessionId, Participant... participants) {
    return hold(sessionId, Holding.AS_SCHEDULED, participants);
  }

  /**
   * Holds a meeting or webinar at a time, for a time, recorded or in a sub-account, as {@code
   * holding} says.
   *
   * @see #hold(String, Participant...)
   */
  public String hold(String sessionId, Holding holding, Participant... participants) {
    return world().hold(Holding.occasion("MockZoom.hold", sessionId, holding, participants));
  }

  /**
   * Begins a meeting or webinar, which is live until {@code updateMeetingStatus} or {@code
   * updateWebinarStatus} ends it. All who were not said to leave stay until then.
   *
   * @param holding as of {@link #hold(String, Holding, Participant...)}; how long does not matter
   * @return the UUID of the instance
   * @throws IllegalArgumentException as of {@link #hold(String, Participant...)}
   */
  public String begin(String sessionId, Holding holding, Participant... participants) {
    return world().begin(Holding.occasion("MockZoom.begin", sessionId, holding, participants));
  }

  /**
   * Begins a meeting or webinar of the own account.
   *
   * @see #begin(String, Holding, Participant...)
   */
  public String begin(String sessionId, Participant... participants) {
    return begin(sessionId, Holding.AS_SCHEDULED, participants);
  }

  /**
   * Adds a user to the own account.
   *
   * @return the new user's id
   * @throws IllegalArgumentException if the address is none, or a user of any account has it
   */
  public String addUser(String email) {
    return world().addUser(Arguments.require("MockZoom.addUser needs an email", email));
  }

  /**
   * An access token of the mock's app itself, with its scopes, for requests without a client.
   *
   * @return the token, good for one hour of {@link #clock()}
   */
  public String appToken() {
    return authorizations().appToken();
  }

  /**
   * An access token of an app that a user has authorised, so that {@code me} is that user. With
   * scopes that lack {@code :admin} it is a user-level app's, which can name no other user.
   *
   * @param userId the id or e-mail address of a user of the own account
   * @return the token, good for one hour of {@link #clock()}
   * @throws IllegalArgumentException if there is no such user, or the description no such scope
   */
  public String userToken(String userId, String... scopes) {
    return authorizations().userToken(userId, scopes);
  }

  /**
   * Lets a user sit before the browser from now on, who grants these scopes to the app. Before
   * that, it is the user whom {@link #example example("userId")} names.
   *
   * @param userId the id or e-mail address of a user of the own account
   * @param scopes all of the app's where there are none
   * @throws IllegalArgumentException if there is no such user, or the description no such scope
   */
  public void signIn(String userId, String... scopes) {
    authorizations().signIn(userId, scopes);
  }

  /**
   * Authorises the app, as the user does on the page that a link of the app leads to. A browser
   * that is sent there is redirected to the same address.
   *
   * @param url the link, whatever its host
   * @return where the browser is sent: the app's own address, with a code
   * @throws IllegalArgumentException if Zoom would show an error instead of that page
   */
  public URI authorize(URI url) {
    return authorizations().consent("MockZoom.authorize", url, true);
  }

  /**
   * Does not authorise the app, on the page that a link of the app leads to.
   *
   * @return where the browser is sent: the app's own address, with {@code error=access_denied}
   * @throws IllegalArgumentException if Zoom would show an error instead of that page
   */
  public URI deny(URI url) {
    return authorizations().consent("MockZoom.deny", url, false);
  }

  /**
   * Authorises the device that shows this code.
   *
   * @throws IllegalArgumentException if no device does
   */
  public void authorizeDevice(String userCode) {
    authorizations().answerDevice("MockZoom.authorizeDevice", userCode, true);
  }

  /**
   * Does not authorise the device that shows this code.
   *
   * @throws IllegalArgumentException if no device does
   */
  public void denyDevice(String userCode) {
    authorizations().answerDevice("MockZoom.denyDevice", userCode, false);
  }

  /**
   * Lets all access tokens that were issued until now have expired (Zoom's code 124): those of the
   * app itself, of every user, and of links to files. New ones are given as ever.
   */
  public void expireTokens() {
    authorizations().expireTokens();
  }

  /**
   * Lets the access tokens of all that a user has authorised have expired (Zoom's code 124); they
   * can be refreshed.
   *
   * @param userId the id or e-mail address of a user of the own account
   * @throws IllegalArgumentException if there is no such user
   */
  public void expireTokens(String userId) {
    authorizations().expireTokens(userId);
  }

  /**
   * Ends the access tokens of all that a user has authorised (Zoom's code 4741); they can be
   * refreshed.
   *
   * @param userId the id or e-mail address of a user of the own account
   * @throws IllegalArgumentException if there is no such user
   */
  public void revokeTokens(String userId) {
    authorizations().revokeTokens(userId);
  }

  /**
   * Ends all that a user has authorised, as when the user removes the app: access tokens, and the
   * refresh tokens as well.
   *
   * @param userId the id or e-mail address of a user of the own account
   * @throws IllegalArgumentException if there is no such user
   */
  public void revokeGrants(String userId) {
    authorizations().revokeGrants(userId);
  }

  /**
   * The calls of an operation, to say how they are responded to.
   *
   * @param operationId the operation, or {@link #TOKEN_OPERATION} and its like; any other is
   *     refused with an {@link IllegalArgumentException}, here and wherever an operation is named
   */
  public MockCalls on(String operationId) {
    return new MockCalls(this, script(), known(operationId));
  }

  /** The calls of all operations, without those for tokens, to say how they are responded to. */
  public MockCalls onAny() {
    return new MockCalls(this, script(), null);
  }

  /**
   * Whether calls can fail so: with 4xx or 5xx, or with an error that the operation documents with
   * another status.
   *
   * @param operationId null for all operations
   */
  boolean isError(@Nullable String operationId, int status, int code) {
    return status >= 400
        || operationId != null
            && !RequestHandler.OAUTH_OPERATIONS.containsValue(operationId)
            && description.operation(operationId).errors().stream()
                .anyMatch(error -> error.status() == status && error.sentCode() == code);
  }

  /** An error of an operation: what {@link MockCalls#respond(int, int)} responds with. */
  MockResponse failure(String operationId, int status, int code) {
    String known = known(operationId);
    String meaning =
        RequestHandler.OAUTH_OPERATIONS.containsValue(known)
            ? ""
            : NotFoundErrors.meaning(description.operation(known), status, code);
    return status == 429
        ? MockResponse.tooManyPerSecond(clock.instant().plusSeconds(1))
        : MockResponse.error(status, code, meaning.isEmpty() ? "A test asked for this." : meaning);
  }

  /** Lets every response pass through a filter, in place of an earlier one. */
  public void filterResponses(ResponseFilter filter) {
    script().filter(Arguments.require("MockZoom.filterResponses needs a filter", filter));
  }

  /**
   * Responds from now on with what a client recorded, and with nothing else: each exchange once, in
   * the order of the recording, to a request for the same operation with the same values in path
   * and query. What a request's body says does not matter. A value that was blacked out stands for
   * any other, where no exchange has the one that is sent. A request that nothing is left for gets
   * HTTP 400 with a message that says what there is. Tokens are asked for, and held by requests, as
   * ever; scopes, requests and limits are not checked. What is scripted comes first. Ends with
   * {@link #reset()}, or with another recording.
   *
   * @param recording the file that an {@code ExchangeRecorder} wrote
   * @throws IllegalArgumentException if a line of it is no exchange, or of an operation that the
   *     description lacks
   * @throws UncheckedIOException if it cannot be read
   */
  public void playBack(Path recording) {
    Arguments.require("MockZoom.playBack needs a recording", recording);
    try {
      playBack(Files.readAllLines(recording));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The mock cannot read " + recording + ".", unreadable);
    }
  }

  /** Plays the lines of a recording back. */
  void playBack(List<String> lines) {
    lifetime.requireOpen();
    handler.playBack(Playback.of(description, lines));
  }

  /**
   * Counts calls as if another app of the account made them, as many as its limits let through.
   *
   * @param label {@code LIGHT}, {@code MEDIUM}, {@code HEAVY} or {@code RESOURCE_INTENSIVE}
   * @param calls how many, at least one
   * @return how many were let through; 0 where the mock keeps no limits
   * @throws IllegalArgumentException if there is no such label
   */
  public int useCalls(String label, int calls) {
    Arguments.require("MockZoom.useCalls needs a label", label);
    if (calls < 1) {
      throw new IllegalArgumentException("Another app makes a call at least, not " + calls + ".");
    }
    lifetime.requireOpen();
    return limits.use(PlanLimits.category(label), calls);
  }

  String known(String operationId) {
    Arguments.require("MockZoom needs an operationId", operationId);
    return RequestHandler.OAUTH_OPERATIONS.containsValue(operationId)
        ? operationId
        : description.operation(operationId).id();
  }

  /** What an operation takes as its body; null where it is none of the API, or takes nothing. */
  @Nullable Content content(String operationId) {
    return description.operations().stream()
        .filter(operation -> operation.id().equals(operationId))
        .findFirst()
        .map(DescribedOperation::request)
        .orElse(null);
  }

  /**
   * The last requests, oldest first, requests for tokens among them: 1,000, or as many as {@link
   * Builder#keepRequests} says.
   *
   * @throws AssertionError as {@link #rethrowFailure()} does
   */
  public List<MockRequest> requests() {
    rethrowFailure();
    return log.snapshot().kept().stream().map(SeenRequest::request).toList();
  }

  /** The last requests with what became of them, and how many there were. */
  RequestLog.Snapshot seen() {
    return log.snapshot();
  }

  /** What was said of calls that never came, in words. */
  List<String> unmetScripts() {
    return script.unmet();
  }

  /**
   * Forgets the requests until now, so that what is asserted is of those to come. What exists and
   * what is scripted stays.
   */
  public void clearRequests() {
    lifetime.requireOpen();
    log.clear();
  }

  /**
   * Throws what a function of the test threw in a thread of the mock: a condition or a change of
   * {@link MockCalls}, or a filter. A change or a filter that returned null has failed, too. The
   * client got HTTP 500, and may have repeated the call. It is thrown once: here, by {@link
   * #requests()}, {@link #reset()}, {@link #close()} or an assertion, whichever comes first. Of
   * several the first alone is thrown.
   *
   * @throws AssertionError with what was thrown as the cause
   */
  public void rethrowFailure() {
    throwIfThere(script.takeFailure());
  }

  private static void throwIfThere(@Nullable AssertionError failure) {
    if (failure != null) {
      throw failure;
    }
  }

  /** What there is, in numbers: a row for each account. */
  ArrayNode inventory() {
    return executor.inventory();
  }

  /**
   * Those of the last requests, as of {@link #requests()}, that named an operation, oldest first,
   * whatever became of them. {@link MockZoomAssert} counts those before them as well.
   *
   * @throws IllegalArgumentException if there is no such operation
   * @throws AssertionError as {@link #rethrowFailure()} does
   */
  public List<MockRequest> requests(String operationId) {
    Arguments.require("MockZoom.requests needs an operationId", operationId);
    String known = known(operationId);
    return requests().stream().filter(request -> known.equals(request.operationId())).toList();
  }

  /**
   * Goes back to the start: what the builder says there is, no tokens, no requests seen, nothing
   * scripted or played back, the builder's deviations, no circumstances. The clock goes on.
   *
   * @throws AssertionError as {@link #rethrowFailure()} does, when all is reset
   */
  public void reset() {
    reset(account);
  }

  /** The same, but with an account in use that comes to be by now; until the next reset. */
  void reset(@Nullable AccountPlan plan) {
    lifetime.requireOpen();
    CallHandler other = newExecutor(plan);
    handler.playBack(null);
    oauth.clear();
    script.clear();
    log.clear();
    limits.clear();
    deviate(deviationsAtStart);
    circumstances = Set.of();
    executor = other;
    rethrowFailure();
  }

  /**
   * Responds from now on as Zoom does where it differs from its documentation in these ways, and in
   * no others; in none where there are none. {@link #reset()} goes back to those of the builder.
   */
  public void deviate(Set<Deviation> deviations) {
    Arguments.require("MockZoom.deviate needs deviations", deviations);
    lifetime.requireOpen();
    deviating = Deviating.of(deviations, description, seed);
  }

  /**
   * The ways in which the mock responds other than documented, in the order of {@link Deviation}.
   */
  public Set<Deviation> deviations() {
    return new TreeSet<>(deviating.deviations());
  }

  /**
   * Lets the world be so from now on, and in no other way unlike that of most accounts: each
   * operation that one of the circumstances leads to an error of responds with that. They are those
   * that no request brings about, such as {@code no paid plan}, {@code no webinar plan}, {@code no
   * right to host}, {@code cloud storage full} or {@code IM groups retired}, in the words that the
   * description has for them ({@code when} of {@code x-zoom-errors}). {@link #reset()} ends them
   * all.
   *
   * <p>Of some, a single user can be in them without this: whoever has a role without the privilege
   * lacks the permission, and whose {@code feature.webinar} is switched off has no webinar plan.
   *
   * @throws IllegalArgumentException if the description knows no such circumstance; the message has
   *     the nearest
   */
  public void assume(Set<String> circumstances) {
    Arguments.require("MockZoom.assume needs circumstances", circumstances);
    Set<String> known = description.circumstances();
    circumstances.forEach(one -> Typos.refuse("circumstance", one, known));
    lifetime.requireOpen();
    this.circumstances = Set.copyOf(circumstances);
  }

  /** The circumstances that the mock is in, in alphabetical order. */
  public Set<String> assumed() {
    return new TreeSet<>(circumstances);
  }

  /** A world as a plan says, or as the examples do; what is assumed counts once it is there. */
  private CallHandler newExecutor(@Nullable AccountPlan plan) {
    WorldClock time = new WorldClock(clock);
    AtomicBoolean filled = new AtomicBoolean(plan == null);
    Surroundings around =
        new Surroundings(
            time,
            seed,
            server.origin(),
            life -> tokens.issue(Set.of(), null, life),
            () -> deviating.realism().delay(),
            () -> filled.get() ? circumstances : Set.of());
    CallHandler started = beginnings.begin(around, empty || plan != null, everyField);
    if (plan != null) {
      Instant until = plan == account ? startAt : clock.instant();
      SeededAccount.fill(description, started, time, plan, seed, until, example("userId"));
      filled.set(true);
    }
    return started;
  }

  private CallHandler world() {
    lifetime.requireOpen();
    return executor;
  }

  private Script script() {
    lifetime.requireOpen();
    return script;
  }

  private Authorizations authorizations() {
    lifetime.requireOpen();
    return authorizations;
  }

  /**
   * Closes the clients of {@link #client()} and stops listening; requests are cut off. From then on
   * the mock tells what it has seen; whatever would change it throws an {@link
   * IllegalStateException}.
   *
   * @throws AssertionError as {@link #rethrowFailure()} does, when all is closed
   */
  @Override
  public void close() {
    AssertionError failure = script.takeFailure();
    lifetime.close();
    server.close();
    throwIfThere(failure);
  }

  /** Settings of a mock that is to be started. Not thread-safe. */
  public static final class Builder {
    private static final int MOST_REQUESTS = 1_000_000;

    private @Nullable ApiDescription description;
    private int port;
    private long seed = 1;
    private Instant startAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private @Nullable Set<String> scopes;
    private Duration refreshGrace = Duration.ZERO;
    private @Nullable MockPlan plan;
    private boolean empty;
    private @Nullable AccountPlan account;
    private boolean everyField;
    private boolean adminApi;
    private Set<Deviation> deviations = Set.of();
    private boolean allAddresses;
    private int keptRequests = 1_000;
    private @Nullable Clock time;

    private Builder() {}

    /**
     * The port to listen on; 0, as it is by default, for a free one.
     *
     * @throws IllegalArgumentException if it is none from 0 to 65535
     */
    public Builder port(int port) {
      if (port < 0 || port > 65535) {
        throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port + ".");
      }
      this.port = port;
      return this;
    }

    /**
     * The scopes of the app, which its own tokens hold; every scope of the description by default.
     */
    public Builder scopes(String... scopes) {
      this.scopes = Arguments.scopes("MockZoom.Builder.scopes", scopes);
      return this;
    }

    /**
     * How long a refresh token works on after its first use; not at all by default. What Zoom
     * itself grants is not documented.
     *
     * @throws IllegalArgumentException if it is none from zero to the 90 days of a refresh token
     */
    public Builder refreshGrace(Duration grace) {
      Arguments.require("MockZoom.Builder.refreshGrace needs a grace", grace);
      if (grace.isNegative() || grace.compareTo(AuthorizationServer.REFRESH_LIFE) > 0) {
        throw new IllegalArgumentException(
            "A time of grace is one from zero to the 90 days of a refresh token, not "
                + grace
                + ".");
      }
      this.refreshGrace = grace;
      return this;
    }

    /**
     * Makes the mock keep Zoom's rate limits, on its clock: those of the labels a second, a minute
     * and a day, those of single operations as the description has them, and one call at a time
     * where Zoom takes no more. What a request does not name, such as the host of a meeting that is
     * changed, is not counted. No limits by default.
     */
    public Builder rateLimits(MockPlan plan) {
      this.plan = Arguments.require("MockZoom.Builder.rateLimits needs a plan", plan);
      return this;
    }

    /**
     * Begins with an account in which nobody has done anything yet: with the user whom {@link
     * MockZoom#example example("userId")} names and who owns the account, the account's settings
     * and its roles, and without sub-accounts. By default there is what the description's examples
     * tell of.
     */
    public Builder empty() {
      this.empty = true;
      return this;
    }

    /**
     * Begins with an account that looks as one in use does. Beside its owner, whom {@link
     * MockZoom#example example("userId")} names, it has as much as is said here; names, times and
     * whatever else is said nowhere is drawn from {@link #idSeed}. With the same seed and the same
     * {@link #startAt time} it is the same, after a {@link MockZoom#reset} as well: then the clock
     * goes on, and what was to come may be past.
     *
     * <pre>{@code
     * MockZoom.builder()
     *     .account(a -> a.users(200).webinarsPerUser(30).past(p -> p.meetingsPerUser(5)))
     *     .start()
     * }</pre>
     *
     * @throws IllegalArgumentException if there cannot be as much as that; the message says how
     *     much there can be
     */
    public Builder account(Consumer<AccountSeed> account) {
      Arguments.require("MockZoom.Builder.account needs an account", account);
      this.account = AccountSeed.planned(account);
      return this;
    }

    /**
     * Gives responses every field that the description has for them. By default a response has what
     * requests, seeds and the description's examples say, and the documented defaults. Lists have
     * no more items for it, but for those within a field that is added, and those that are empty in
     * the example, too.
     */
    public Builder everyField() {
      this.everyField = true;
      return this;
    }

    /**
     * Lets programs in other languages do over HTTP what a test does with this class: seed, script
     * a response, move the clock, see requests, reset. It is at {@code /_mock}, needs no token, and
     * describes itself at {@code /_mock/openapi.json}. For people there is a page at {@code /} that
     * shows what exists and the last requests, and the description at {@code /docs}, to be read and
     * called, if {@code org.webjars:swagger-ui} is on the class path. Off by default.
     */
    public Builder adminApi() {
      this.adminApi = true;
      return this;
    }

    /**
     * How many of the last requests the mock keeps with their bodies, for {@link MockZoom#requests}
     * and for assertions of what a request was like; 1,000 by default. It counts all.
     *
     * @param most 1 to 1,000,000
     * @throws IllegalArgumentException if it is none of these
     */
    public Builder keepRequests(int most) {
      this.keptRequests = Arguments.count("A mock keeps", most, 1, MOST_REQUESTS, "requests");
      return this;
    }

    /**
     * Makes the mock respond as Zoom does where it differs from its documentation in these ways, as
     * {@link MockZoom#deviate} does; in all ways where none is named. As documented by default.
     */
    public Builder realism(Deviation... deviations) {
      Arguments.require("MockZoom.Builder.realism needs deviations", deviations);
      this.deviations =
          deviations.length == 0
              ? EnumSet.allOf(Deviation.class)
              : Set.copyOf(Arrays.asList(deviations));
      return this;
    }

    /**
     * Listens on all addresses of this machine, as a mock in a container has to; by default on
     * {@code 127.0.0.1} alone. The addresses that the mock gives of itself stay those of {@code
     * 127.0.0.1}.
     */
    public Builder allAddresses() {
      this.allAddresses = true;
      return this;
    }

    /**
     * The time that the mock's clock stands at; the present, in whole seconds, by default.
     *
     * @throws IllegalArgumentException if it is none from 1970 to 9999
     */
    public Builder startAt(Instant instant) {
      Arguments.require("MockZoom.Builder.startAt needs an instant", instant);
      this.startAt = Arguments.time("A mock's clock starts", instant);
      return this;
    }

    /**
     * Lets the mock's clock go on from its {@link #startAt start} second by second as time does, so
     * that tokens grow old and rate limits end by themselves; without it, the clock stands until a
     * test advances it.
     */
    public Builder runningClock() {
      return runningClock(Clock.tickSeconds(ZoneOffset.UTC));
    }

    Builder runningClock(Clock time) {
      this.time = time;
      return this;
    }

    /**
     * What the ids of new things are drawn from; with the same seed and the same requests they are
     * the same.
     */
    public Builder idSeed(long seed) {
      this.seed = seed;
      return this;
    }

    /**
     * Serves operations beyond the description's, too: those of a file in the format OpenAPI
     * Overlay 1.1, YAML or JSON. Their scopes are among those of the app, and {@code /docs} shows
     * them.
     *
     * @throws IllegalArgumentException if the file cannot be read, is no overlay, or collides with
     *     the description; the message names the file and mostly the line
     */
    public Builder overlay(Path overlay) {
      Arguments.require("MockZoom.Builder.overlay needs an overlay", overlay);
      try {
        this.description = ApiDescription.onClassPath(overlay);
      } catch (OverlayException refused) {
        throw new IllegalArgumentException(
            "The mock cannot take this overlay: " + refused.getMessage() + ".", refused);
      }
      return this;
    }

    Builder description(ApiDescription description) {
      this.description = description;
      return this;
    }

    /**
     * Starts the mock.
     *
     * @throws IllegalArgumentException if the description has no scope of a given name
     * @throws UncheckedIOException if it cannot listen on the port
     */
    public MockZoom start() {
      Server server;
      try {
        server = Server.listen(port, allAddresses);
      } catch (IOException noPort) {
        throw new UncheckedIOException(
            "The mock cannot listen on port "
                + port
                + ": "
                + noPort.getMessage()
                + (port == 0 ? "" : "; port 0 takes a free one."),
            noPort);
      }
      try {
        return new MockZoom(this, server);
      } catch (RuntimeException | Error failure) {
        server.close();
        throw failure;
      }
    }
  }
}
