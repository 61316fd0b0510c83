package dev.zoomkit;

import com.squareup.moshi.Moshi;
import dev.zoomkit.api.UsersApi;
import dev.zoomkit.auth.Grants;
import dev.zoomkit.auth.OAuthApp;
import dev.zoomkit.auth.TokenStore;
import dev.zoomkit.auth.ZoomCredentials;
import dev.zoomkit.internal.AccountRule;
import dev.zoomkit.internal.ApiFactory;
import dev.zoomkit.internal.CallExecutor;
import dev.zoomkit.internal.EntryInterceptor;
import dev.zoomkit.internal.Lifetime;
import dev.zoomkit.internal.ReadOnlyRule;
import dev.zoomkit.internal.RecordInterceptor;
import dev.zoomkit.internal.WarningRule;
import dev.zoomkit.internal.auth.AuthInterceptor;
import dev.zoomkit.internal.auth.TokenCache;
import dev.zoomkit.internal.auth.TokenCaches;
import dev.zoomkit.internal.error.ErrorInterceptor;
import dev.zoomkit.internal.http.AttemptInterceptor;
import dev.zoomkit.internal.http.CallRule;
import dev.zoomkit.internal.http.Endpoint;
import dev.zoomkit.internal.http.Listening;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.RedirectInterceptor;
import dev.zoomkit.internal.http.TokenHttp;
import dev.zoomkit.internal.http.UnpackInterceptor;
import dev.zoomkit.internal.json.JsonReading;
import dev.zoomkit.internal.rate.Limiter;
import dev.zoomkit.internal.rate.NoLimits;
import dev.zoomkit.internal.rate.RateInterceptor;
import dev.zoomkit.internal.retry.RetryBudget;
import dev.zoomkit.internal.retry.RetryInterceptor;
import dev.zoomkit.internal.scope.RecordingRule;
import dev.zoomkit.internal.scope.ScopeRule;
import dev.zoomkit.internal.user.UserIdInterceptor;
import dev.zoomkit.internal.user.UserIds;
import dev.zoomkit.internal.user.UserRule;
import dev.zoomkit.listen.CallListener;
import dev.zoomkit.model.SubAccountSummary;
import dev.zoomkit.model.ZoomJson;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.rate.Plan;
import dev.zoomkit.rate.RateLimitPolicy;
import dev.zoomkit.rate.RateLimits;
import dev.zoomkit.record.ExchangeRecorder;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.retry.Sleeper;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.scope.ScopeCheck;
import dev.zoomkit.scope.ScopeRecorder;
import dev.zoomkit.transfer.Download;
import dev.zoomkit.transfer.Downloads;
import dev.zoomkit.user.UserCheck;
import dev.zoomkit.value.UnexpectedValue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import okhttp3.Authenticator;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * The way into Zoom: one for an app, shared by all threads. Immutable and thread-safe; making one
 * sends nothing. {@link #close()} it to give its connections back.
 *
 * <p>Calls block the calling thread and throw unchecked exceptions, all of them {@link
 * dev.zoomkit.error.ZoomException}s, except where an argument is refused. An interrupt is noticed
 * before each request and in each wait; reading a response that Zoom is slow to send ends with the
 * timeout of the HTTP client (30 seconds unless you bring your own). The interrupt flag stays set.
 */
public final class ZoomClient implements AutoCloseable {

  /** Zoom's global host; it serves all regions. */
  public static final URI ZOOM_ENDPOINT = URI.create("https://api.zoom.us/v2/");

  private final Builder settings;
  private final ZoomCredentials credentials;
  private final Connections connections;
  private final Lifetime lifetime;
  private final TokenCaches caches;
  private final TokenCache tokens;
  private final RateLimits rateLimits;
  private final RetryBudget retryBudget;
  private final UserIds userIds;
  private final Set<String> warned;
  private final AsyncCalls async;
  private final ApiFactory apis;

  private ZoomClient(Builder settings, ZoomCredentials credentials) {
    this.settings = settings;
    this.credentials = credentials;
    connections = Connections.of(settings);
    lifetime = new Lifetime();
    caches = new TokenCaches(credentials, connections.tokenHttp(settings), settings.tokenStore);
    tokens = caches.ofApp();
    rateLimits = settings.keptLimits();
    retryBudget = new RetryBudget(settings.retryPolicy.budget());
    userIds = new UserIds(settings.clock);
    warned = ConcurrentHashMap.newKeySet();
    async = new AsyncCalls();
    apis =
        new ApiFactory(
            settings.endpoint,
            apiHttp(),
            new Moshi.Builder().add(ZoomJson.factory()).build(),
            settings.reading(),
            settings.clock,
            settings.retrying(retryBudget)::breaks,
            settings.listening(),
            lifetime);
  }

  /** A view: what the origin has, under other settings, or with options for its calls. */
  private ZoomClient(
      ZoomClient origin, Builder settings, TokenCache tokens, @Nullable CallOptions options) {
    this.settings = settings;
    this.tokens = tokens;
    credentials = origin.credentials;
    connections = origin.connections;
    lifetime = origin.lifetime.ofView();
    caches = origin.caches;
    rateLimits = origin.rateLimits;
    retryBudget = origin.retryBudget;
    userIds = origin.userIds;
    warned = origin.warned;
    async = origin.async;
    apis =
        options == null
            ? origin.apis.over(apiHttp(), lifetime)
            : origin.apis.with(options.settings(), lifetime);
  }

  /** Starts a client; only {@link Builder#credentials} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The operations on a sub-account, through its master account. Those that exist for the app's own
   * account only end with a {@link dev.zoomkit.error.WrongAccountException}, and so do those that
   * exist for sub-accounts only on {@link #ownAccount()}.
   *
   * @param accountId as Zoom's responses give it; {@code me} is the same as {@link #ownAccount()}
   * @throws IllegalArgumentException if it is blank, or has blanks around it
   * @throws IllegalStateException if this client is closed
   */
  public ZoomAccount account(String accountId) {
    lifetime.requireOpen("account");
    Arguments.requireText("account", "accountId", accountId);
    return new ZoomAccount(new CallExecutor(accountId, apis), async);
  }

  /**
   * The operations on the app's own account.
   *
   * @throws IllegalStateException if this client is closed
   */
  public ZoomAccount ownAccount() {
    lifetime.requireOpen("ownAccount");
    return account(Operation.ME);
  }

  /**
   * The sub-accounts of the app's own account, in the order of {@code listSubAccounts}. Sends
   * nothing until it is read, and fetches a page when it comes to it; each iterator starts afresh.
   * The app must belong to a master account.
   *
   * @throws IllegalStateException if this client is closed
   */
  public Iterable<ZoomAccount> subAccounts() {
    lifetime.requireOpen("subAccounts");
    Pages<SubAccountSummary> accounts = ownAccount().accounts().listSubAccounts();
    return () -> accounts.stream().map(SubAccountSummary::id).map(this::account).iterator();
  }

  /**
   * The file that a link of Zoom's leads to, such as the {@code downloadUrl()} of a recording.
   * Sends nothing until it is read. The token goes along as a header, and to Zoom's hosts alone,
   * wherever they redirect to. A link that does not lead to a file is a {@link
   * dev.zoomkit.transfer.LinkException} then.
   *
   * @throws IllegalArgumentException if the link is none of Zoom's
   * @throws IllegalStateException if this client is closed
   */
  public Download download(String link) {
    lifetime.requireOpen("download");
    return new Download(apis.linked(link));
  }

  /** The same of a {@link URI}. */
  public Download download(URI link) {
    return download(Arguments.require("download", "link", link).toString());
  }

  /**
   * Saves the files that models lead to, such as all of a recording, several at once.
   *
   * @throws IllegalStateException if this client is closed
   */
  public Downloads downloads() {
    lifetime.requireOpen("downloads");
    return new Downloads(this::download);
  }

  /**
   * Lets users authorise the app, and takes that back.
   *
   * @throws IllegalStateException if the credentials are no {@link OAuthApp}, or this client is
   *     closed
   */
  public Grants grants() {
    lifetime.requireOpen("grants");
    return new Grants(
        app("grants"),
        Objects.requireNonNull(settings.tokenStore),
        connections.tokenHttp(settings),
        settings.sleeper,
        lifetime::requireOpen,
        caches::forget);
  }

  /**
   * This client as one of the users who authorised the app: a view with the same settings and
   * connections, which ends with this client at the latest. Sends nothing. All views of one key
   * share its token. Keep the view where you call more than once.
   *
   * <p>A call throws an {@link dev.zoomkit.auth.AuthorizationRequiredException} where no grant
   * lives under the key, and a {@link dev.zoomkit.auth.TokenStoreException} where the store fails.
   * A grant that another process has replaced is noticed when its token ends, after an hour at
   * most.
   *
   * @param key the one that {@link Grants#finish} got
   * @throws IllegalArgumentException if it is blank, or has blanks around it
   * @throws IllegalStateException if the credentials are no {@link OAuthApp}, or this client is
   *     closed
   */
  public ZoomClient forUser(String key) {
    lifetime.requireOpen("forUser");
    Arguments.requireText("forUser", "key", key);
    app("forUser");
    return new ZoomClient(this, settings, caches.of(key), null);
  }

  private OAuthApp app(String caller) {
    if (credentials instanceof OAuthApp app) {
      return app;
    }
    throw new IllegalStateException(
        caller + " needs the credentials of an OAuthApp, because only such an app has users.");
  }

  /**
   * How the account stands with its rate limits, as far as this client knows; empty unless {@link
   * Builder#rateLimits(Plan)} has it keep to them. A second client of the same account shares it by
   * {@link Builder#rateLimits(RateLimits)}.
   */
  public RateLimits rateLimits() {
    return rateLimits;
  }

  /**
   * A raw Retrofit interface, such as {@code WebinarsApi}, with the same checks behind it as the
   * facade. Its calls throw a {@link dev.zoomkit.error.ZoomException} where Zoom refuses, and an
   * {@link java.io.IOException} where no response comes; {@link #execute} makes that one unchecked,
   * too. They may be enqueued. The account {@code me} is the app's own.
   *
   * <p>Its methods refuse null where they do not take it (JSpecify), and a path value that is
   * blank, has blanks around it, or is {@code .} or {@code ..}.
   *
   * @throws IllegalArgumentException if it is no interface with Retrofit's annotations; one of your
   *     own that has default methods must be public
   * @throws IllegalStateException if this client is closed
   */
  public <T> T api(Class<T> api) {
    lifetime.requireOpen("api");
    Arguments.require("api", "interface", api);
    return apis.api(api);
  }

  /**
   * A view of this client that refuses to write, as {@link Builder#readOnly()} has it. It shares
   * connections and token, and ends with this client; closing the view ends the view alone.
   *
   * @throws IllegalStateException if this client is closed
   */
  public ZoomClient readOnly() {
    lifetime.requireOpen("readOnly");
    return new ZoomClient(this, settings.copy().readOnly(), tokens, null);
  }

  /**
   * A view of this client whose calls have options beside its settings, such as {@code
   * zoom.with(options -> options.timeout(Duration.ofSeconds(10)))}; raw interfaces included. They
   * add to those of this client. Cheap, and sends nothing: it shares connections, tokens and
   * limits. It ends with this client; closing the view ends the view alone.
   *
   * @throws IllegalArgumentException if an option does not do
   * @throws IllegalStateException if this client is closed
   */
  public ZoomClient with(Consumer<CallOptions.Builder> options) {
    lifetime.requireOpen("with");
    return new ZoomClient(
        this, settings, tokens, CallOptions.added(apis.settings(), apis::json, options));
  }

  /**
   * A request of the app's own account that no method of this SDK makes; the same as that of {@link
   * #ownAccount()}, see {@link ZoomAccount#request}.
   *
   * @throws IllegalArgumentException if method or path does not do
   * @throws IllegalStateException if this client is closed
   */
  public ZoomRequest request(String method, String path) {
    lifetime.requireOpen("request");
    return ownAccount().request(method, path);
  }

  /**
   * Runs blocking calls in a thread of their own: a virtual one where the JDK has them (21 and
   * newer), else one of 64. Does not block. What the function throws is what the future fails with,
   * as it is. A future that is cancelled, or fails otherwise, ends the calls that are under way;
   * closing this client ends them, too.
   *
   * @param calls makes them with the client that it is given, a view of this one; a list that it
   *     returns is fetched by whoever reads it
   * @throws IllegalStateException if this client is closed
   */
  public <T> CompletableFuture<T> async(Function<ZoomClient, T> calls) {
    lifetime.requireOpen("async");
    Arguments.require("async", "function", calls);
    return async.start(this::with, calls);
  }

  /**
   * Runs a raw call. Blocks. A call keeps to the rules of the client whose interface made it.
   *
   * @return the body of the response; null where the operation returns none
   * @throws java.io.UncheckedIOException if a file to be sent cannot be read
   * @throws dev.zoomkit.error.ZoomException if there is no successful response
   * @throws IllegalStateException if this client is closed, or the call was executed before
   */
  public <T> @Nullable T execute(Call<T> call) {
    Arguments.require("execute", "call", call);
    return CallExecutor.execute(call).body();
  }

  /**
   * Ends the use of this client: later calls are refused with an {@link IllegalStateException},
   * those of accounts, interfaces and lists that it made before included. Closes the connections
   * that it opened; calls under way fail, and a new token that is being fetched for the app is
   * given up. What is under way for the grant of a user goes on and is saved, because Zoom may have
   * taken the old refresh token for used up already. An HTTP client that you brought stays as it
   * is, and calls under way go on, but for those of {@link #async}. Closing it again does nothing.
   */
  @Override
  public void close() {
    lifetime.end();
    if (!lifetime.isOfView()) {
      async.close();
      caches.close();
      connections.close(credentials instanceof OAuthApp);
    }
  }

  /** Where the API is, and what is special about this client; no secrets. */
  @Override
  public String toString() {
    return "ZoomClient[%s%s%s]"
        .formatted(
            settings.endpoint,
            settings.readOnly ? ", read-only" : "",
            lifetime.isOfView() ? ", a view" : "");
  }

  /** What OkHttp would do about a response is done here by Zoom's rules, or not at all. */
  private static OkHttpClient.Builder withoutOwnWays(OkHttpClient base) {
    return base.newBuilder()
        .followRedirects(false)
        .followSslRedirects(false)
        .authenticator(Authenticator.NONE);
  }

  /** What is known to be wrong with a call before it is sent, in the order in which it is asked. */
  private List<CallRule> rules() {
    List<CallRule> rules = new ArrayList<>();
    rules.add(new AccountRule());
    if (settings.readOnly) {
      rules.add(new ReadOnlyRule());
    }
    rules.add(
        WarningRule.chosen(settings.userCheck, new UserRule(tokens), "dev.zoomkit.user", warned));
    if (settings.scopeRecorder != null) {
      rules.add(new RecordingRule(settings.scopeRecorder, tokens));
    }
    rules.add(
        WarningRule.chosen(
            settings.scopeCheck, new ScopeRule(tokens), "dev.zoomkit.scope", warned));
    return rules;
  }

  /** Each concern once, in the order in which a call meets them. */
  private OkHttpClient apiHttp() {
    OkHttpClient.Builder api = withoutOwnWays(connections.base);
    List<Interceptor> users = new ArrayList<>(api.interceptors());
    users.addAll(settings.interceptors);
    api.interceptors().clear();
    api.addInterceptor(new EntryInterceptor(settings.clock, tokens, rules()));
    api.addInterceptor(new UserIdInterceptor(tokens, userIds, ZoomClient::userId));
    api.addInterceptor(new ErrorInterceptor(settings.clock));
    api.addInterceptor(settings.retrying(retryBudget));
    if (rateLimits instanceof Limiter limiter) {
      api.addInterceptor(new RateInterceptor(limiter, settings.clock, settings.sleeper));
    }
    api.addInterceptor(new AuthInterceptor(tokens, settings.followsApiUrl));
    api.interceptors().addAll(users);
    if (settings.recorder != null) {
      api.addInterceptor(new RecordInterceptor(settings.recorder, settings.clock));
    }
    api.addInterceptor(new UnpackInterceptor());
    api.addInterceptor(new RedirectInterceptor());
    return api.addInterceptor(new AttemptInterceptor()).build();
  }

  /** Asks Zoom for the id that a call needs of a user; null where the user has none yet. */
  private static @Nullable String userId(Request call, String email) {
    String accountId = Operation.of(call).accountId(call);
    CallExecutor calls = new CallExecutor(accountId, ApiFactory.within(call));
    return calls.body(calls.api(UsersApi.class).getUser(accountId, email, null, null, null)).id();
  }

  /**
   * The HTTP clients below a client and its views.
   *
   * @param base the user's, or one of our own
   * @param own whether it is one of our own
   * @param tokens asks for tokens
   */
  private record Connections(OkHttpClient base, boolean own, OkHttpClient tokens) {

    /** What stands for a timeout that is switched off, where a token is asked for. */
    private static final Duration UNLIMITED = Duration.ofMinutes(1);

    /**
     * The longest request for a token, whatever the timeouts and retries. A lock is leased for two
     * of them, and for a day at most.
     */
    private static final Duration LONGEST = Duration.ofHours(11);

    static Connections of(Builder settings) {
      OkHttpClient brought = settings.http;
      OkHttpClient base =
          brought != null
              ? brought
              : new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(30)).build();
      return new Connections(base, brought == null, tokenHttp(settings, base));
    }

    /**
     * Tokens are asked for apart from the user's interceptors, which might log what they see, and
     * from the user's dispatcher, so that {@link #close} can cancel these requests alone. They end
     * in a known time, because the lock of a token store is leased for it.
     */
    private static OkHttpClient tokenHttp(Builder settings, OkHttpClient base) {
      OkHttpClient.Builder tokens = withoutOwnWays(base).dispatcher(new Dispatcher());
      tokens.interceptors().clear();
      tokens.callTimeout(longest(base, settings.retryPolicy));
      return tokens
          .addInterceptor(settings.retrying(new RetryBudget(settings.retryPolicy.budget())))
          .addInterceptor(new AttemptInterceptor())
          .build();
    }

    TokenHttp tokenHttp(Builder settings) {
      return new TokenHttp(
          ApiFactory.withContext(tokens),
          settings.clock,
          Duration.ofMillis(tokens.callTimeoutMillis()));
    }

    /** What all attempts of a request and the waits between them take at most. */
    private static Duration longest(OkHttpClient http, RetryPolicy policy) {
      long brought = http.callTimeoutMillis();
      long all = brought == 0 ? ofAttempts(http, policy) : brought;
      return Duration.ofMillis(Math.min(all, LONGEST.toMillis()));
    }

    /** In milliseconds. */
    private static long ofAttempts(OkHttpClient http, RetryPolicy policy) {
      long attempt = 0;
      for (int millis :
          new int[] {
            http.connectTimeoutMillis(), http.readTimeoutMillis(), http.writeTimeoutMillis()
          }) {
        attempt += millis == 0 ? UNLIMITED.toMillis() : millis;
      }
      long waits = policy.longestWait().toMillis() * (policy.maxAttempts() - 1);
      return attempt * policy.maxAttempts() + waits;
    }

    /**
     * Closes what is not the user's.
     *
     * @param finishTokens whether requests for tokens go on to their end
     */
    void close(boolean finishTokens) {
      if (!finishTokens) {
        tokens.dispatcher().cancelAll();
      }
      if (own) {
        base.dispatcher().cancelAll();
        base.dispatcher().executorService().shutdown();
        base.connectionPool().evictAll();
      }
    }
  }

  /** Builds a client. Not thread-safe. */
  public static final class Builder implements Cloneable {
    private @Nullable ZoomCredentials credentials;
    private @Nullable TokenStore tokenStore;
    private @Nullable OkHttpClient http;
    private HttpUrl endpoint = url(ZOOM_ENDPOINT);
    private boolean followsApiUrl = true;
    private ScopeCheck scopeCheck = ScopeCheck.ENFORCE;
    private UserCheck userCheck = UserCheck.ENFORCE;
    private @Nullable ScopeRecorder scopeRecorder;
    private boolean readOnly;
    private RetryPolicy retryPolicy = RetryPolicy.standard();
    private RateLimitPolicy ratePolicy = RateLimitPolicy.off();
    private @Nullable RateLimits sharedLimits;
    private Clock clock = Clock.systemUTC();
    private Sleeper sleeper = Sleeper.THREAD;
    private RandomGenerator random = new Random();
    private @Nullable CallListener listener;
    private @Nullable ExchangeRecorder recorder;
    private boolean strictReading;
    private @Nullable BiConsumer<String, UnexpectedValue> unexpectedValues;
    private List<Interceptor> interceptors = new ArrayList<>();

    private Builder() {}

    /** Who calls. Required. */
    public Builder credentials(ZoomCredentials value) {
      credentials = required("credentials", value);
      return this;
    }

    /**
     * What keeps tokens for all processes that share it. An {@link OAuthApp} keeps the grants of
     * its users there, and forgets them with this client where it is not set; the other credentials
     * share their token through it, and keep it in this client alone where it is not set.
     */
    public Builder tokenStore(TokenStore store) {
      tokenStore = required("tokenStore", store);
      return this;
    }

    /**
     * Where the API is, with its version: {@link #ZOOM_ENDPOINT} and the region that Zoom names
     * with a token, unless set.
     *
     * @throws IllegalArgumentException if it is no https URL, or no http URL of this machine, or
     *     has a query, a fragment or a user
     */
    public Builder endpoint(URI base) {
      endpoint = url(base);
      followsApiUrl = false;
      return this;
    }

    /**
     * Your own HTTP client with its proxy, timeouts and connection pool, which it shares with this
     * one and keeps after {@link ZoomClient#close()}. Its interceptors run once an attempt, after
     * the token is in place; those of network level also see requests for tokens. Its authenticator
     * and what it says of redirects are not used; its proxy authenticator is.
     */
    public Builder httpClient(OkHttpClient client) {
      http = required("httpClient", client);
      return this;
    }

    /**
     * One more interceptor, run once an attempt with everything in place that is sent, the secret
     * {@code Authorization} header included.
     */
    public Builder addInterceptor(Interceptor interceptor) {
      interceptors.add(required("interceptor", interceptor));
      return this;
    }

    /** What happens to a call whose scopes the token lacks; refused by default. */
    public Builder scopeCheck(ScopeCheck check) {
      scopeCheck = required("scopeCheck", check);
      return this;
    }

    /**
     * Tells a recorder of each operation that is called, also of those refused for their scopes.
     */
    public Builder recordScopes(ScopeRecorder recorder) {
      scopeRecorder = required("recorder", recorder);
      return this;
    }

    /**
     * What happens to a call that names a user in a way that the kind of app may not; refused by
     * default.
     */
    public Builder userCheck(UserCheck check) {
      userCheck = required("userCheck", check);
      return this;
    }

    /**
     * Refuses whatever is not known to read only, before anything is sent: what the description
     * marks as writing or destroying, and what has Zoom mail or ring somebody, a read included.
     * Such a call ends with a {@link dev.zoomkit.error.ReadOnlyException}. In an interface of your
     * own, methods without {@link dev.zoomkit.annotation.Effect} go by HTTP method: GET and HEAD
     * read.
     */
    public Builder readOnly() {
      readOnly = true;
      return this;
    }

    /** How calls are repeated; {@link RetryPolicy#standard()} unless set. */
    public Builder retryPolicy(RetryPolicy policy) {
      retryPolicy = required("retryPolicy", policy);
      return this;
    }

    /**
     * Keeps to the rate limits of the plan: a call waits for its turn, at most a minute. The same
     * as {@link RateLimitPolicy#waiting}.
     *
     * @param plan of the app's account; the default is to send every call at once
     */
    public Builder rateLimits(Plan plan) {
      return rateLimits(RateLimitPolicy.waiting(required("plan", plan)));
    }

    /** What a call does when it is not its turn; {@link RateLimitPolicy#off()} unless set. */
    public Builder rateLimits(RateLimitPolicy policy) {
      ratePolicy = required("rateLimits", policy);
      sharedLimits = null;
      return this;
    }

    /**
     * Counts together with another client of the same account, by its policy and its clock.
     *
     * @param shared what {@link ZoomClient#rateLimits()} of the other one returns
     * @throws IllegalArgumentException if it is of nobody's making but a client's
     */
    public Builder rateLimits(RateLimits shared) {
      required("rateLimits", shared);
      if (!(shared instanceof NoLimits)
          && !(shared.policy().plan() != null && shared instanceof Limiter)) {
        throw Arguments.unfit(
            "ZoomClient", "rateLimits", "of another ZoomClient, as its rateLimits() returns them.");
      }
      sharedLimits = shared;
      return this;
    }

    /** What tells the time; the system's clock unless set. */
    public Builder clock(Clock value) {
      clock = required("clock", value);
      return this;
    }

    /** What lets time pass between attempts; the thread's sleep unless set. */
    public Builder sleeper(Sleeper value) {
      sleeper = required("sleeper", value);
      return this;
    }

    /** What spreads the waits of many clients; must be thread-safe. */
    public Builder random(RandomGenerator value) {
      random = required("randomGenerator", value);
      return this;
    }

    /**
     * Is told what becomes of each call, for metrics, traces and logs: when it begins, what it
     * sends, what it waits for and how it ends. Nobody, unless set.
     */
    public Builder callListener(CallListener value) {
      listener = required("callListener", value);
      return this;
    }

    /**
     * Writes what is sent and received, with other values in the place of secrets and personal
     * data, for the mock to play back. Nothing, unless set. The recorder stays open when the client
     * is closed.
     */
    public Builder recordExchanges(ExchangeRecorder value) {
      recorder = required("recorder", value);
      return this;
    }

    /**
     * Makes a value of another type than the described one fail its call with an {@link
     * dev.zoomkit.error.UnreadableResponseException}, which is good for tests. Unless set, such a
     * value is null, stays in {@code additionalProperties()}, and is logged once an operation and
     * path by the logger {@code dev.zoomkit.json}.
     */
    public Builder strictReading() {
      strictReading = true;
      return this;
    }

    /**
     * Is told the operation and each value of another type than the described one, by the thread
     * that reads the response; must be thread-safe. What it throws fails the call. Not called under
     * {@link #strictReading()}.
     */
    public Builder onUnexpectedValue(BiConsumer<String, UnexpectedValue> listener) {
      unexpectedValues = required("listener", listener);
      return this;
    }

    /**
     * The client.
     *
     * @throws IllegalStateException if it has no credentials
     */
    public ZoomClient build() {
      if (credentials == null) {
        throw new IllegalStateException(
            "ZoomClient needs credentials, such as ServerToServer.fromEnvironment().");
      }
      Builder settings = copy();
      if (credentials instanceof OAuthApp && tokenStore == null) {
        settings.tokenStore = TokenStore.inMemory();
      }
      return new ZoomClient(settings, credentials);
    }

    /** With the same values; later changes of either do not reach the other. */
    private Builder copy() {
      try {
        Builder copy = (Builder) clone();
        copy.interceptors = new ArrayList<>(interceptors);
        return copy;
      } catch (CloneNotSupportedException impossible) {
        throw new AssertionError(impossible);
      }
    }

    private JsonReading reading() {
      return strictReading ? JsonReading.strict() : JsonReading.tolerant(unexpectedValues);
    }

    private @Nullable Listening listening() {
      return listener == null ? null : new Listening(listener, clock);
    }

    private RateLimits keptLimits() {
      if (sharedLimits != null) {
        return sharedLimits;
      }
      Plan plan = ratePolicy.plan();
      return plan == null ? NoLimits.NONE : new Limiter(ratePolicy, plan, clock);
    }

    private RetryInterceptor retrying(RetryBudget budget) {
      return new RetryInterceptor(retryPolicy, budget, clock, sleeper, random);
    }

    private static <T> T required(String name, @Nullable T value) {
      return Arguments.require("ZoomClient", name, value);
    }

    private static HttpUrl url(URI base) {
      HttpUrl url = Endpoint.of("ZoomClient", "endpoint", base, ZOOM_ENDPOINT.toString());
      return url.encodedPath().endsWith("/") ? url : url.newBuilder().addPathSegment("").build();
    }
  }
}
