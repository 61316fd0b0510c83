package dev.zoomkit.arguments;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.CallOptions;
import dev.zoomkit.Cancellation;
import dev.zoomkit.ResponseInfo;
import dev.zoomkit.ZoomAccount;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.ZoomRequest;
import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.api.WebinarsApi;
import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.AuthorizationRequest;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.auth.ClientCredentials;
import dev.zoomkit.auth.DeviceAuthorization;
import dev.zoomkit.auth.Grants;
import dev.zoomkit.auth.JdbcTokenStore;
import dev.zoomkit.auth.OAuthApp;
import dev.zoomkit.auth.ServerToServer;
import dev.zoomkit.auth.TokenNeed;
import dev.zoomkit.auth.TokenRequest;
import dev.zoomkit.auth.TokenStore;
import dev.zoomkit.auth.ZoomCredentials;
import dev.zoomkit.internal.http.Breaks;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.FileResponse;
import dev.zoomkit.internal.http.FileSource;
import dev.zoomkit.internal.http.TokenHttp;
import dev.zoomkit.listen.CallEvent;
import dev.zoomkit.listen.CallListener;
import dev.zoomkit.listen.ObservedCall;
import dev.zoomkit.mock.AccountSeed;
import dev.zoomkit.mock.Deviation;
import dev.zoomkit.mock.Holding;
import dev.zoomkit.mock.MockCalls;
import dev.zoomkit.mock.MockClock;
import dev.zoomkit.mock.MockPlan;
import dev.zoomkit.mock.MockResponse;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.Participant;
import dev.zoomkit.mock.PastSeed;
import dev.zoomkit.mock.ResponseFilter;
import dev.zoomkit.model.WeekDay;
import dev.zoomkit.model.WeekOfMonth;
import dev.zoomkit.operations.AccountOperations;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.paging.Position;
import dev.zoomkit.parallel.FanOut;
import dev.zoomkit.rate.Plan;
import dev.zoomkit.rate.RateLimitEvent;
import dev.zoomkit.rate.RateLimitPolicy;
import dev.zoomkit.rate.RateLimits;
import dev.zoomkit.record.ExchangeRecorder;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.retry.Sleeper;
import dev.zoomkit.schedule.RecurrenceRule;
import dev.zoomkit.schedule.Recurrences;
import dev.zoomkit.schedule.Series;
import dev.zoomkit.scope.ScopeCheck;
import dev.zoomkit.scope.ScopeRecorder;
import dev.zoomkit.transfer.Download;
import dev.zoomkit.transfer.DownloadResult;
import dev.zoomkit.transfer.Downloads;
import dev.zoomkit.transfer.SaveOptions;
import dev.zoomkit.transfer.Upload;
import dev.zoomkit.user.UserCheck;
import dev.zoomkit.user.UserRef;
import dev.zoomkit.value.Csv;
import dev.zoomkit.value.DateOrDateTime;
import dev.zoomkit.value.Downloadable;
import dev.zoomkit.value.FileLink;
import dev.zoomkit.value.OpenEnum;
import dev.zoomkit.value.PagedResponse;
import dev.zoomkit.value.StartTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Objects to call methods of, values that their parameters take, and values that nobody means. */
final class Samples implements AutoCloseable {

  /** A value that nobody means, and what a reader knows it by. */
  record Odd(String label, @Nullable Object value) {}

  /** Thrown where a request would be sent. */
  static final class Sent extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final Map<String, String> TEXTS =
      Map.of(
          "mediaType", "image/png",
          "operationId", "createWebinar",
          "label", "LIGHT",
          "pathParameter", "userId",
          "json", "{\"topic\": \"x1\"}",
          "name", "Content-Type",
          "link", "https://zoom.us/rec/download/x1",
          "text", "2027-03-08T09:00:00Z");

  /** Numbers that have to be small. */
  private static final Set<String> SMALL =
      Set.of("attempts", "day", "files", "interval", "occurrences", "times");

  /** Whose grant stays as it is, whatever {@link Grants} is asked to do with others. */
  private static final String USER = "user1";

  private final Map<Class<?>, Object> sane = new HashMap<>();
  private final Map<Class<?>, List<Odd>> odd = new HashMap<>();
  private final MockZoom mock = MockZoom.start();
  private final ZoomClient users = users();
  private final ZoomClient client = users.forUser(USER);
  private AuthorizationRequest request = users.grants().begin();
  private final Path folder;
  private final ExchangeRecorder recorder;
  private int made;

  /** With a folder to write to. */
  Samples(Path folder) throws IOException {
    this.folder = folder;
    recorder = ExchangeRecorder.to(folder.resolve("recorded"));
    Files.writeString(folder.resolve("there.txt"), "x");
    Files.writeString(
        folder.resolve("overlay.yaml"),
        "{overlay: 1.1.0, info: {title: x, version: x},"
            + " actions: [{target: $.info, update: {x-a: 1}}]}");
    sane();
    odd();
  }

  private static ZoomClient.Builder builder() {
    return ZoomClient.builder()
        .credentials(BearerToken.of(AccessToken.of("x1"), AppKind.ACCOUNT_LEVEL))
        .retryPolicy(RetryPolicy.none())
        .addInterceptor(
            chain -> {
              throw new Sent();
            });
  }

  /** An app whose users authorise it at the mock. */
  private OAuthApp app() {
    return OAuthApp.of(MockZoom.CLIENT_ID, MockZoom.CLIENT_SECRET, URI.create("https://x1.example"))
        .tokenEndpoint(mock.tokenEndpoint());
  }

  private ZoomClient users() {
    return builder().credentials(app()).tokenStore(withGrant()).sleeper(wait -> {}).build();
  }

  /** A store in which a user's grant is. */
  private static TokenStore withGrant() {
    TokenStore store = TokenStore.inMemory();
    try {
      store.compareAndSet(USER, 0, "{\"version\":1,\"access_token\":\"x1\"}");
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return store;
  }

  private void sane() {
    Call.Factory unsent =
        request -> {
          throw new Sent();
        };
    PagedResponse<String> page = List::of;
    Pages<String> pages = Pages.byToken("x1", null, token -> page);
    sane.put(int.class, 200);
    sane.put(long.class, 1L);
    sane.put(double.class, 0.5);
    sane.put(boolean.class, true);
    sane.put(Integer.class, 1);
    sane.put(Long.class, 1L);
    sane.put(Double.class, 1.0);
    sane.put(Boolean.class, true);
    sane.put(String[].class, new String[] {"user:read:admin"});
    sane.put(byte[].class, new byte[] {1});
    sane.put(Object.class, "x1");
    sane.put(List.class, List.of());
    sane.put(Collection.class, List.of());
    sane.put(Map.class, Map.of());
    sane.put(Class.class, WebinarsApi.class);
    sane.put(URI.class, URI.create("http://127.0.0.1:8080/"));
    sane.put(BigDecimal.class, BigDecimal.ONE);
    sane.put(Duration.class, Duration.ofSeconds(1));
    sane.put(Instant.class, Instant.parse("2027-03-08T09:00:00Z"));
    sane.put(LocalDate.class, LocalDate.parse("2027-03-08"));
    sane.put(OffsetDateTime.class, OffsetDateTime.parse("2027-03-08T09:00:00Z"));
    sane.put(ZonedDateTime.class, ZonedDateTime.parse("2027-03-08T09:00:00Z"));
    sane.put(LocalDateTime.class, LocalDateTime.parse("2027-03-08T09:00:00"));
    sane.put(ZoneId.class, ZoneId.of("Europe/Berlin"));
    sane.put(StartTime.class, StartTime.parse("2027-03-08T09:00:00Z"));
    sane.put(Clock.class, Clock.systemUTC());
    sane.put(Consumer.class, (Consumer<Object>) value -> {});
    sane.put(Supplier.class, (Supplier<AccessToken>) () -> AccessToken.of("x1"));
    sane.put(Function.class, (Function<Object, Object>) position -> page);
    sane.put(BiConsumer.class, (BiConsumer<Object, Object>) (operation, value) -> {});
    sane.put(BiFunction.class, (BiFunction<Object, Object, Object>) (token, number) -> page);
    sane.put(UnaryOperator.class, UnaryOperator.identity());
    sane.put(RandomGenerator.class, RandomGenerator.getDefault());
    sane.put(OkHttpClient.class, new OkHttpClient());
    sane.put(Call.Factory.class, unsent);
    sane.put(Interceptor.class, (Interceptor) chain -> chain.proceed(chain.request()));
    sane.put(Headers.class, Headers.of());
    sane.put(ResponseBody.class, ResponseBody.create("x", null));
    sane.put(RequestBody.class, RequestBody.create("x", null));
    sane.put(MultipartBody.Part.class, MultipartBody.Part.createFormData("file", "x1"));
    sane.put(AccessToken.class, AccessToken.of("x1"));
    sane.put(AppKind.class, AppKind.ACCOUNT_LEVEL);
    sane.put(ZoomCredentials.class, BearerToken.of(AccessToken.of("x1"), AppKind.ACCOUNT_LEVEL));
    sane.put(OAuthApp.class, app());
    sane.put(ClientCredentials.class, ClientCredentials.of("x1", "x1"));
    sane.put(
        TokenRequest.class,
        new TokenRequest(
            new TokenHttp(unsent, Clock.systemUTC(), Duration.ofSeconds(1)),
            withGrant(),
            USER,
            TokenNeed.FIRST,
            null));
    sane.put(ScopeCheck.class, ScopeCheck.OFF);
    sane.put(ScopeRecorder.class, new ScopeRecorder());
    sane.put(ExchangeRecorder.class, recorder);
    sane.put(UserCheck.class, UserCheck.OFF);
    sane.put(RetryPolicy.class, RetryPolicy.none());
    sane.put(Cancellation.class, new Cancellation());
    sane.put(CallListener.class, (CallListener) event -> {});
    sane.put(ObservedCall.class, new ObservedCall(1, "getUser", null));
    sane.put(CallEvent.CacheHit.Kind.class, CallEvent.CacheHit.Kind.TOKEN);
    sane.put(CallEvent.Waiting.Reason.class, CallEvent.Waiting.Reason.RETRY);
    sane.put(Throwable.class, new IOException("x1"));
    sane.put(
        ResponseInfo.class,
        new ResponseInfo("getUser", 200, Map.of(), null, null, null, 1, Duration.ZERO));
    sane.put(Sleeper.class, Sleeper.THREAD);
    sane.put(RateLabel.class, RateLabel.LIGHT);
    sane.put(Plan.class, Plan.PRO);
    sane.put(Holding.class, Holding.AS_SCHEDULED);
    sane.put(MockPlan.class, MockPlan.PRO);
    sane.put(Participant.class, Participant.host());
    sane.put(Participant[].class, new Participant[] {Participant.host()});
    sane.put(Deviation[].class, new Deviation[] {Deviation.EMPTY_DATES});
    sane.put(RateLimitPolicy.class, RateLimitPolicy.waiting(Plan.PRO));
    sane.put(RateLimits.class, client.rateLimits());
    sane.put(RateLimitEvent.Kind.class, RateLimitEvent.Kind.WAIT);
    sane.put(TokenStore.class, TokenStore.inMemory());
    sane.put(SecretKey.class, new SecretKeySpec(new byte[32], "AES"));
    sane.put(SecretKey[].class, new SecretKey[0]);
    sane.put(DataSource.class, unconnected());
    sane.put(JdbcTokenStore.class, JdbcTokenStore.of(unconnected()));
    sane.put(UserRef.class, UserRef.id("x1"));
    sane.put(WeekDay.class, WeekDay.MONDAY);
    sane.put(WeekOfMonth.class, WeekOfMonth.LAST);
    sane.put(WeekDay[].class, new WeekDay[0]);
    sane.put(RecurrenceRule.class, Recurrences.daily());
    sane.put(Series.class, Recurrences.daily().times(2));
    sane.put(Upload.class, Upload.of("x.png", "image/png", new byte[1]));
    sane.put(InputStream.class, InputStream.nullInputStream());
    sane.put(FileLink.class, new FileLink(null, null, null, "x1", null, null, null));
    sane.put(Downloadable.class, sane.get(FileLink.class));
    sane.put(Iterable.class, List.of());
    sane.put(Collection[].class, new Collection<?>[0]);
    sane.put(Object[].class, new Object[0]);
    sane.put(DownloadResult.Outcome.class, DownloadResult.Outcome.FAILED);
    sane.put(RuntimeException.class, new IllegalStateException());
    sane.put(Csv.class, Csv.of(List.of("x1")));
    sane.put(PagedResponse.class, page);
    sane.put(Pages.class, pages);
    sane.put(FanOut.class, FanOut.over(List.of("x1")));
    sane.put(Position.class, pages.byPage().iterator().next().position());
    sane.put(DateOrDateTime.class, DateOrDateTime.parse("2027-03-08"));
    sane.put(MockResponse.class, MockResponse.json(200, "{}"));
    sane.put(Predicate.class, (Predicate<Object>) any -> true);
    sane.put(MockCalls.class, mock.on("getUser").next());
    sane.put(ResponseFilter.class, (ResponseFilter) (operationId, response) -> response);
  }

  private static DataSource unconnected() {
    return (DataSource)
        Proxy.newProxyInstance(
            Samples.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              throw new Sent();
            });
  }

  private void odd() {
    List<Odd> texts = new ArrayList<>();
    for (String text : List.of("", " ", " x1 ", "..", "'x1'", "Bearer x1")) {
      texts.add(new Odd('"' + text + '"', text));
    }
    odd.put(String.class, texts);
    odd.put(int.class, List.of(new Odd("-1", -1)));
    odd.put(long.class, List.of(new Odd("-1", -1L)));
    odd.put(double.class, List.of(new Odd("-1", -1.0), new Odd("NaN", Double.NaN)));
    odd.put(Integer.class, List.of(new Odd("-1", -1)));
    odd.put(Long.class, List.of(new Odd("-1", -1L)));
    odd.put(Double.class, List.of(new Odd("NaN", Double.NaN)));
    odd.put(
        String[].class,
        List.of(new Odd("[null]", new String[1]), new Odd("[\" \"]", new String[] {" "})));
    odd.put(
        SecretKey.class,
        List.of(new Odd("for HMAC", new SecretKeySpec(new byte[32], "HmacSHA256"))));
    odd.put(SecretKey[].class, List.of(new Odd("[null]", new SecretKey[1])));
    odd.put(WeekDay[].class, List.of(new Odd("[null]", new WeekDay[1])));
    odd.put(byte[].class, List.of(new Odd("[]", new byte[0])));
    odd.put(Object.class, List.of(new Odd("a thread", Thread.currentThread())));
    List<Odd> lists = List.of(new Odd("[null]", Collections.singletonList(null)));
    odd.put(List.class, lists);
    odd.put(Collection.class, lists);
    odd.put(
        Map.class,
        List.of(
            new Odd("{x1=null}", Collections.singletonMap("x1", null)),
            new Odd("{null=x1}", Collections.singletonMap(null, "x1"))));
    odd.put(
        Class.class, List.of(new Odd("String", String.class), new Odd("Runnable", Runnable.class)));
    List<Odd> addresses = new ArrayList<>();
    for (String address :
        List.of(
            "",
            "api.zoom.us",
            "https:///v2",
            "ftp://api.zoom.us/",
            "http://api.zoom.us/",
            "https://x1:x2@api.zoom.us/",
            "https://api.zoom.us/?x1",
            "https://api.zoom.us/#x1")) {
      addresses.add(new Odd('"' + address + '"', URI.create(address)));
    }
    odd.put(URI.class, addresses);
    odd.put(
        Path.class,
        List.of(
            new Odd("a folder", folder),
            new Odd("a file in no folder", folder.resolve("nowhere/x1")),
            new Odd("a file that is there", folder.resolve("there.txt")),
            new Odd("\"\"", Path.of(""))));
    odd.put(
        Duration.class,
        List.of(
            new Odd("-1 s", Duration.ofSeconds(-1)),
            new Odd("for ever", Duration.ofSeconds(Long.MAX_VALUE))));
    odd.put(Instant.class, List.of(new Odd("MAX", Instant.MAX)));
    odd.put(LocalDate.class, List.of(new Odd("MAX", LocalDate.MAX)));
    odd.put(OffsetDateTime.class, List.of(new Odd("MAX", OffsetDateTime.MAX)));
    odd.put(
        Supplier.class, List.of(new Odd("gives null", (Supplier<@Nullable Object>) () -> null)));
    odd.put(
        Function.class,
        List.of(new Odd("gives null", (Function<Object, @Nullable Object>) value -> null)));
  }

  /** What nobody means: null where there should be something, and what is wrong for the type. */
  List<Odd> odd(Parameter parameter) {
    List<Odd> values = new ArrayList<>();
    if (!parameter.getType().isPrimitive() && !isNullable(parameter)) {
      values.add(new Odd("null", null));
    }
    values.addAll(odd.getOrDefault(parameter.getType(), List.of()));
    return values;
  }

  static boolean isNullable(Parameter parameter) {
    return parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** A value that the parameter takes. */
  Object sane(Parameter parameter) throws ReflectiveOperationException {
    Class<?> type = parameter.getType();
    String name = parameter.getName();
    if (type == String.class && name.equals("userId")) {
      return mock.example(name);
    }
    if (type == String.class && name.equals("sessionId")) {
      return mock.seed("createMeeting", "{\"topic\": \"x1\"}", 1).get(0);
    }
    Class<?> owner = parameter.getDeclaringExecutable().getDeclaringClass();
    if (owner == CallOptions.Builder.class && name.equals("name")) {
      return "X-Trace";
    }
    if (owner == ZoomAccount.class || owner == ZoomClient.class) {
      if (name.equals("method")) {
        return "GET";
      } else if (name.equals("path")) {
        return "/x1";
      }
    }
    if (owner == ZoomRequest.class && name.equals("name")) {
      return "x1";
    }
    if (owner == ZoomRequest.class && type == Class.class) {
      return Map.class;
    }
    if (owner == AuthorizationRequest.class && type == String.class) {
      return request.text();
    }
    if (type == AuthorizationRequest.class) {
      request = users.grants().begin();
      return request;
    }
    if (type == URI.class && owner == Grants.class) {
      return mock.authorize(request.url());
    }
    if (type == URI.class && name.equals("link")) {
      return URI.create(TEXTS.get(name));
    }
    if (type == URI.class && owner == MockZoom.class) {
      return request.url();
    }
    if (type == DeviceAuthorization.class) {
      DeviceAuthorization device = users.grants().beginDevice();
      mock.authorizeDevice(device.userCode());
      return device;
    }
    if (type == String.class && owner == Position.class) {
      return sane.get(Position.class).toString();
    }
    if (type == String.class && name.equals("userCode")) {
      return users.grants().beginDevice().userCode();
    }
    if (type == String.class) {
      boolean email = name.equals("email") || name.equals("address");
      return email ? "x" + ++made + "@bakery.example" : TEXTS.getOrDefault(name, "x1");
    }
    if (type == Set.class && owner == MockZoom.class) {
      return name.equals("circumstances") ? Set.of("no paid plan") : Set.of(Deviation.EMPTY_DATES);
    }
    if (type == Path.class && name.equals("overlay")) {
      return folder.resolve("overlay.yaml");
    }
    if (type == Path.class && name.equals("recording")) {
      return folder.resolve("recorded");
    }
    if (type == Path.class) {
      return folder.resolve(owner == Upload.class ? "there.txt" : "new" + ++made);
    }
    if (type == int.class && name.equals("port")) {
      return 0;
    }
    if (owner == MockCalls.class && name.equals("status")) {
      return 404;
    }
    if (type == int.class && (SMALL.contains(name) || owner == AccountSeed.class)) {
      return 1;
    }
    if (type == Duration.class && owner == PastSeed.class) {
      return Duration.ofDays(28);
    }
    if (type == String[].class && name.equals("operations")) {
      return new String[] {"listWebinars"};
    }
    if (type == retrofit2.Call.class) {
      return client.api(WebinarsApi.class).getWebinar("me", "1", null, null);
    }
    Object value = sane.get(type);
    if (value == null) {
      value = generated(type);
      sane.put(type, value);
    }
    return value;
  }

  private Object generated(Class<?> type) throws ReflectiveOperationException {
    if (OpenEnum.class.isAssignableFrom(type)) {
      Method of = method(type, "of");
      return of.invoke(null, sane(of.getParameters()[0]));
    }
    Object builder = type.getMethod("builder").invoke(null);
    for (Method setter : builder.getClass().getMethods()) {
      if (setter.getReturnType() == builder.getClass()
          && setter.getParameterCount() == 1
          && !isNullable(setter.getParameters()[0])) {
        setter.invoke(builder, sane(setter.getParameters()[0]));
      }
    }
    return builder.getClass().getMethod("build").invoke(builder);
  }

  private static AccountSeed accountSeed() {
    AtomicReference<AccountSeed> account = new AtomicReference<>();
    MockZoom.builder().account(account::set);
    return account.get();
  }

  /** Of a response that is there, which nobody asks for again. */
  private static Download download() {
    FileSource source =
        new FileSource() {
          @Override
          public HttpUrl link() {
            return HttpUrl.get("https://zoom.us/rec/download/x1");
          }

          @Override
          public CallInfo call() {
            return new CallInfo("download", null);
          }

          @Override
          public FileResponse open(long from, @Nullable String validator) {
            throw new Sent();
          }

          @Override
          public Breaks breaks() {
            return failure -> false;
          }
        };
    return new Download(
        source, new FileResponse(200, Headers.of(), ResponseBody.create("x", null), true));
  }

  /** What saveTo hands to its function. */
  private SaveOptions.Builder saveOptions() {
    List<SaveOptions.Builder> builders = new ArrayList<>();
    assertThatThrownBy(() -> download().saveTo(folder, builders::add))
        .isInstanceOf(UncheckedIOException.class);
    return builders.get(0);
  }

  /** An object of the type; null for a static method's. */
  @Nullable Object receiver(Class<?> type) throws ReflectiveOperationException {
    if (type == ZoomClient.class) {
      return client;
    } else if (type == ZoomAccount.class) {
      return client.ownAccount();
    } else if (type == ZoomRequest.class) {
      return client.request("POST", "/x/{x1}").path("x1", "x1");
    } else if (type == CallOptions.Builder.class) {
      return options();
    } else if (type == Grants.class) {
      return users.grants();
    } else if (type == ZoomClient.Builder.class) {
      return builder();
    } else if (type == ServerToServer.class) {
      return ServerToServer.of("x1", "x1", "x1");
    } else if (type == BearerToken.class) {
      return sane.get(ZoomCredentials.class);
    } else if (type == Download.class) {
      return download();
    } else if (type == Downloads.class) {
      return client.downloads();
    } else if (type == SaveOptions.Builder.class) {
      return saveOptions();
    } else if (type == MockZoom.class) {
      return mock;
    } else if (type == MockClock.class) {
      return mock.clock();
    } else if (type == AccountSeed.class) {
      return accountSeed();
    } else if (type == PastSeed.class) {
      AtomicReference<PastSeed> past = new AtomicReference<>();
      accountSeed().past(past::set);
      return past.get();
    } else if (sane.containsKey(type)) {
      return sane.get(type);
    } else if (PagedResponse.class.isAssignableFrom(type) && !type.isInterface()) {
      return generated(type);
    } else if (type.isInterface()) {
      return client.api(type);
    } else if (type.getEnclosingClass() != null) {
      return type.getEnclosingClass().getMethod("builder").invoke(null);
    }
    for (Method category : AccountOperations.class.getMethods()) {
      if (category.getReturnType() == type) {
        return category.invoke(client.ownAccount());
      }
    }
    return null;
  }

  private CallOptions.Builder options() {
    List<CallOptions.Builder> handed = new ArrayList<>();
    client.with(handed::add);
    return handed.get(0);
  }

  /** Has the result do what it puts off. */
  void use(@Nullable Object result) {
    if (result instanceof dev.zoomkit.paging.Pages<?> pages) {
      pages.forEach(item -> {});
    } else if (result instanceof retrofit2.Call<?> call) {
      client.execute(call);
    } else if (result instanceof TokenStore.Lock lock) {
      lock.close();
    } else if (result instanceof ZoomClient.Builder started) {
      started.build().close();
    }
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(one -> one.getName().equals(name) && Modifier.isStatic(one.getModifiers()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    users.close();
    recorder.close();
    mock.close();
  }
}
