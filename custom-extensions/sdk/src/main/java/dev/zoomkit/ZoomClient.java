package dev.zoomkit;

import com.squareup.moshi.Moshi;
import dev.zoomkit.auth.ZoomCredentials;
import dev.zoomkit.internal.ApiFactory;
import dev.zoomkit.internal.CallExecutor;
import dev.zoomkit.internal.WrappingInterceptor;
import dev.zoomkit.internal.auth.AuthInterceptor;
import dev.zoomkit.internal.auth.TokenCache;
import dev.zoomkit.internal.auth.TokenSource;
import dev.zoomkit.internal.error.ErrorInterceptor;
import dev.zoomkit.internal.http.AttemptInterceptor;
import dev.zoomkit.internal.http.Endpoint;
import dev.zoomkit.internal.http.InterruptInterceptor;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.RedirectInterceptor;
import dev.zoomkit.internal.http.ZoomHosts;
import dev.zoomkit.internal.json.JsonReading;
import dev.zoomkit.internal.rate.Limiter;
import dev.zoomkit.internal.rate.NoLimits;
import dev.zoomkit.internal.rate.RateInterceptor;
import dev.zoomkit.internal.retry.RetryInterceptor;
import dev.zoomkit.internal.retry.SendOnceInterceptor;
import dev.zoomkit.internal.scope.ScopeInterceptor;
import dev.zoomkit.internal.user.UserInterceptor;
import dev.zoomkit.model.SubAccountSummary;
import dev.zoomkit.model.ZoomJson;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.rate.Plan;
import dev.zoomkit.rate.RateLimitPolicy;
import dev.zoomkit.rate.RateLimits;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.retry.Sleeper;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.scope.ScopeCheck;
import dev.zoomkit.value.UnexpectedValue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
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

  private final OkHttpClient http;
  private final boolean ownsHttp;
  private final OkHttpClient tokenHttp;
  private final TokenCache tokens;
  private final ApiFactory apis;
  private final RateLimits rateLimits;

  private ZoomClient(Builder builder, ZoomCredentials credentials) {
    ownsHttp = builder.http == null;
    OkHttpClient base = builder.http == null ? standardHttp() : builder.http;
    tokenHttp = tokenHttp(builder, base);
    tokens =
        new TokenCache(
            credentials, ApiFactory.withContext(tokenHttp, ZoomHosts::new), builder.clock);
    rateLimits = builder.keptLimits();
    http = apiHttp(builder, base, credentials, tokens, rateLimits);
    Moshi moshi = new Moshi.Builder().add(ZoomJson.factory()).build();
    apis = new ApiFactory(builder.endpoint, http, moshi, builder.reading());
  }

  /** Starts a client; only {@link Builder#credentials} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The operations on a sub-account, through its master account.
   *
   * @param accountId as Zoom's responses give it; {@code me} is the same as {@link #ownAccount()}
   * @throws IllegalArgumentException if it is blank, or has blanks around it
   * @throws IllegalStateException if this client is closed
   */
  public ZoomAccount account(String accountId) {
    apis.requireOpen("account");
    Arguments.requireText("account", "accountId", accountId);
    return new ZoomAccount(new CallExecutor(accountId, apis));
  }

  /**
   * The operations on the app's own account.
   *
   * @throws IllegalStateException if this client is closed
   */
  public ZoomAccount ownAccount() {
    apis.requireOpen("ownAccount");
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
    apis.requireOpen("subAccounts");
    Pages<SubAccountSummary> accounts = ownAccount().accounts().listSubAccounts();
    return () -> accounts.stream().map(SubAccountSummary::id).map(this::account).iterator();
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
    apis.requireOpen("api");
    Arguments.require("api", "interface", api);
    return apis.api(api);
  }

  /**
   * Runs a raw call. Blocks.
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
   * that it opened; calls under way fail, and a new token that is being fetched is given up. An
   * HTTP client that you brought stays as it is, and calls under way go on. Closing it again does
   * nothing.
   */
  @Override
  public void close() {
    apis.close();
    tokens.close();
    tokenHttp.dispatcher().cancelAll();
    if (ownsHttp) {
      http.dispatcher().cancelAll();
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
    }
  }

  private static OkHttpClient standardHttp() {
    return new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(30)).build();
  }

  /** What OkHttp would do about a response is done here by Zoom's rules, or not at all. */
  private static OkHttpClient.Builder withoutOwnWays(OkHttpClient base) {
    return base.newBuilder()
        .followRedirects(false)
        .followSslRedirects(false)
        .authenticator(Authenticator.NONE);
  }

  /**
   * Tokens are asked for apart from the user's interceptors, which might log what they see, and
   * from the user's dispatcher, so that {@link #close()} can cancel these requests alone.
   */
  private static OkHttpClient tokenHttp(Builder builder, OkHttpClient base) {
    OkHttpClient.Builder tokens = withoutOwnWays(base).dispatcher(new Dispatcher());
    tokens.interceptors().clear();
    return tokens
        .addInterceptor(builder.retrying(request -> true))
        .addInterceptor(new InterruptInterceptor())
        .addInterceptor(new AttemptInterceptor())
        .build();
  }

  /** Each concern once, in the order in which a call meets them. */
  private static OkHttpClient apiHttp(
      Builder builder,
      OkHttpClient base,
      ZoomCredentials credentials,
      TokenSource tokens,
      RateLimits limits) {
    OkHttpClient.Builder api = withoutOwnWays(base);
    List<Interceptor> users = new ArrayList<>(api.interceptors());
    users.addAll(builder.interceptors);
    api.interceptors().clear();
    api.addInterceptor(new WrappingInterceptor());
    api.addInterceptor(new ScopeInterceptor(builder.scopeCheck, tokens));
    api.addInterceptor(new UserInterceptor(credentials.appKind()));
    api.addInterceptor(new ErrorInterceptor(builder.clock));
    api.addInterceptor(builder.retrying(RetryInterceptor::isIdempotent));
    if (limits.policy().plan() != null) {
      api.addInterceptor(new RateInterceptor((Limiter) limits, builder.clock, builder.sleeper));
    }
    api.addInterceptor(new InterruptInterceptor());
    api.addInterceptor(new AuthInterceptor(tokens, builder.followsApiUrl));
    api.interceptors().addAll(users);
    api.addInterceptor(new RedirectInterceptor());
    api.addInterceptor(new AttemptInterceptor());
    return api.addInterceptor(new SendOnceInterceptor()).build();
  }

  /** Builds a client. Not thread-safe. */
  public static final class Builder {
    private @Nullable ZoomCredentials credentials;
    private @Nullable OkHttpClient http;
    private HttpUrl endpoint = url(ZOOM_ENDPOINT);
    private boolean followsApiUrl = true;
    private ScopeCheck scopeCheck = ScopeCheck.ENFORCE;
    private RetryPolicy retryPolicy = RetryPolicy.standard();
    private RateLimitPolicy ratePolicy = RateLimitPolicy.off();
    private @Nullable RateLimits sharedLimits;
    private Clock clock = Clock.systemUTC();
    private Sleeper sleeper = Sleeper.THREAD;
    private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    private boolean strictReading;
    private @Nullable BiConsumer<String, UnexpectedValue> unexpectedValues;
    private final List<Interceptor> interceptors = new ArrayList<>();

    private Builder() {}

    /** Who calls. Required. */
    public Builder credentials(ZoomCredentials value) {
      credentials = required("credentials", value);
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
      return new ZoomClient(this, credentials);
    }

    private JsonReading reading() {
      return strictReading ? JsonReading.strict() : JsonReading.tolerant(unexpectedValues);
    }

    private RateLimits keptLimits() {
      if (sharedLimits != null) {
        return sharedLimits;
      }
      Plan plan = ratePolicy.plan();
      return plan == null ? NoLimits.NONE : new Limiter(ratePolicy, plan, clock);
    }

    private RetryInterceptor retrying(Predicate<Request> repeatable) {
      return new RetryInterceptor(retryPolicy, repeatable, clock, sleeper, random);
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
