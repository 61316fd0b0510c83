package dev.zoomkit.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import dev.zoomkit.internal.http.Breaks;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.CallReport;
import dev.zoomkit.internal.http.FileSource;
import dev.zoomkit.internal.http.Listening;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.ZoomHosts;
import dev.zoomkit.internal.json.JsonReading;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * The raw interfaces of one client or view, each made once. All views of a client share what is
 * known of an interface: Retrofit hands the interface's instance on with each request, which says
 * whose call it is. Thread-safe.
 */
public final class ApiFactory {

  private static final String EXAMPLE =
      "of Zoom's, such as https://acme.zoom.us/rec/download/Qg75t7xZ";

  private final SharedApis shared;
  private final Call.Factory http;
  private final Lifetime lifetime;
  private final CallSettings settings;
  private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();
  private final Map<Class<?>, Object> madeForFacades = new ConcurrentHashMap<>();

  /**
   * Over the HTTP client that has the interceptors, for the models that Moshi knows.
   *
   * @param breaks counts what breaks off within a response, by the policy of its calls or else that
   *     of the client
   */
  public ApiFactory(
      HttpUrl endpoint,
      Call.Factory http,
      Moshi moshi,
      JsonReading reading,
      Clock clock,
      BiFunction<@Nullable RetryPolicy, CallContext, Breaks> breaks,
      @Nullable Listening listening,
      Lifetime lifetime) {
    this(
        new SharedApis(endpoint, moshi, reading, clock, breaks, listening),
        http,
        lifetime,
        CallSettings.NONE);
  }

  private ApiFactory(
      SharedApis shared, Call.Factory http, Lifetime lifetime, CallSettings settings) {
    this.shared = shared;
    this.http = http;
    this.lifetime = lifetime;
    this.settings = settings;
  }

  /** The same interfaces over another HTTP client, as long as another lifetime lasts. */
  public ApiFactory over(Call.Factory other, Lifetime view) {
    return new ApiFactory(shared, other, view, settings);
  }

  /** The same interfaces with other settings for their calls, as long as a lifetime lasts. */
  public ApiFactory with(CallSettings other, Lifetime view) {
    return new ApiFactory(shared, http, view, other);
  }

  /** The same, as long as this lasts. */
  ApiFactory with(CallSettings other) {
    return with(other, lifetime);
  }

  /** What makes a call that another one needs: it ends with that one, and is repeated like it. */
  public static ApiFactory within(Request request) {
    ApiFactory caller = of(request);
    return caller.with(caller.settings.ofCallWithin());
  }

  /** What a request was made by. */
  static ApiFactory of(Request request) {
    return ArgumentCheck.ownerOf(Operation.invocation(request).instance());
  }

  /** What its calls have beside the settings of the client. */
  public CallSettings settings() {
    return settings;
  }

  Lifetime lifetime() {
    return lifetime;
  }

  Clock clock() {
    return shared.clock;
  }

  /**
   * The interface, ready to call.
   *
   * @throws IllegalArgumentException if Retrofit can do nothing with it
   */
  public <T> T api(Class<T> api) {
    return api(api, made, true);
  }

  /** The same for a facade, which has refused null where the interface does not take it. */
  <T> T apiForFacade(Class<T> api) {
    return api(api, madeForFacades, false);
  }

  private <T> T api(Class<T> api, Map<Class<?>, Object> known, boolean refusesNull) {
    Object found = known.get(api);
    if (found == null) {
      Object made = ArgumentCheck.of(api, shared.calls(api), this, refusesNull);
      Object earlier = known.putIfAbsent(api, made);
      found = earlier == null ? made : earlier;
    }
    return api.cast(found);
  }

  /** What an interface's method says about its operation. */
  Operation operation(Method method) {
    return shared.operation(method);
  }

  /**
   * A value as JSON: one of the models, a map, a list, a text, a number, a boolean, or null.
   *
   * @throws IllegalArgumentException if it is something else, or holds it
   */
  public ByteString json(@Nullable Object value) {
    Buffer buffer = new Buffer();
    JsonWriter writer = JsonWriter.of(buffer);
    writer.setSerializeNulls(true);
    try {
      shared.moshi.adapter(Object.class).toJson(writer, value);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return buffer.readByteString();
  }

  /** What reads JSON into a type, as far as there is something that does. */
  <T> JsonAdapter<T> adapter(Class<T> type) {
    return shared.moshi.adapter(type);
  }

  /** A call that no interface makes, whose body is the response's as it comes. */
  retrofit2.Call<ResponseBody> call(FreeRequest free, String accountId, Type returned) {
    Operation operation = free.operation(accountId, returned);
    return call(free, accountId, operation, body -> body);
  }

  /** A call that no interface makes, whose body is JSON; null where it is empty. */
  <T> retrofit2.Call<T> call(
      FreeRequest free, String accountId, Type returned, JsonAdapter<T> adapter) {
    Operation operation = free.operation(accountId, returned);
    Converter<ResponseBody, T> json = shared.json.reader(adapter, operation.name());
    return call(
        free,
        accountId,
        operation,
        body -> {
          if (body.source().exhausted()) {
            body.close();
            return null;
          }
          return json.convert(body);
        });
  }

  private <T> retrofit2.Call<T> call(
      FreeRequest free, String accountId, Operation operation, Converter<ResponseBody, T> reader) {
    Request request = free.request(operation, accountId, shared.retrofit.baseUrl(), this);
    return new ZoomCall<>(new RequestCall<>(() -> newCall(request, operation), reader), this);
  }

  /** What a URL of Zoom's leads to. */
  FileSource file(HttpUrl url) {
    return new LinkedFile(url, this);
  }

  /**
   * What a link leads to.
   *
   * @throws IllegalArgumentException if it is no link, or a token must not go to its host
   */
  public FileSource linked(String link) {
    HttpUrl url = HttpUrl.parse(Arguments.requireText("download", "link", link));
    if (url == null) {
      throw Arguments.unfit("download", "link", EXAMPLE + "; this one is no URL.");
    } else if (!shared.hosts.include(url)) {
      String origin = url.resolve("/").toString();
      throw Arguments.unfit(
          "download", "link", EXAMPLE + "; " + origin + " must not be shown a token.");
    }
    return file(url.newBuilder().fragment(null).build());
  }

  /** Counts what breaks off within the bodies of its calls' responses, from here on. */
  Breaks breaks() {
    return shared.breaks.apply(
        settings.retryPolicy(), new CallContext(shared.hosts, settings.bounds()));
  }

  Call newCall(Request request, Operation operation) {
    CallReport report = shared.listening == null ? null : shared.listening.of(operation);
    CallContext context = new CallContext(shared.hosts, settings.bounds(), operation, report);
    return newCall(settings.applied(request), http, context);
  }

  /** Calls that say who calls, and carry what the interceptors tell each other. */
  public static Call.Factory withContext(Call.Factory http) {
    return request ->
        newCall(request.newBuilder(), http, new CallContext(new ZoomHosts(request.url())));
  }

  private static Call newCall(Request.Builder request, Call.Factory http, CallContext context) {
    Call call =
        http.newCall(
            request.tag(CallContext.class, context).header("User-Agent", UserAgent.VALUE).build());
    context.of(call);
    return call;
  }
}
