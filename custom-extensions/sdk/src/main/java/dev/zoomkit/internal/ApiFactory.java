package dev.zoomkit.internal;

import com.squareup.moshi.Moshi;
import dev.zoomkit.internal.http.Breaks;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.FileSource;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.ZoomHosts;
import dev.zoomkit.internal.json.JsonConverterFactory;
import dev.zoomkit.internal.json.JsonReading;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.ParameterConverters;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.HttpUrl;
import retrofit2.Retrofit;

/** The raw interfaces of one client, each made once. Thread-safe. */
public final class ApiFactory {

  private static final String EXAMPLE =
      "of Zoom's, such as https://acme.zoom.us/rec/download/Qg75t7xZ";

  private final Retrofit retrofit;
  private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();
  private final ZoomHosts hosts;
  private final Breaks breaks;

  /** Over the HTTP client that has the interceptors, for the models that Moshi knows. */
  public ApiFactory(
      HttpUrl endpoint,
      Call.Factory http,
      Moshi moshi,
      JsonReading reading,
      Breaks breaks,
      Lifetime lifetime) {
    hosts = new ZoomHosts(endpoint);
    this.breaks = breaks;
    retrofit =
        new Retrofit.Builder()
            .baseUrl(endpoint)
            .callFactory(withContext(http, url -> hosts))
            .addCallAdapterFactory(new ZoomCallAdapterFactory(lifetime))
            .addConverterFactory(new UuidConverterFactory())
            .addConverterFactory(new ParameterConverters())
            .addConverterFactory(new JsonConverterFactory(moshi, reading, this::operation))
            .build();
  }

  /**
   * The interface, ready to call.
   *
   * @throws IllegalArgumentException if Retrofit can do nothing with it
   */
  public <T> T api(Class<T> api) {
    return api.cast(made.computeIfAbsent(api, one -> ArgumentCheck.of(one, retrofit)));
  }

  /** What a URL of Zoom's leads to. */
  FileSource file(HttpUrl url) {
    return new LinkedFile(api(LinksApi.class), url, breaks);
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
    } else if (!hosts.include(url)) {
      String origin = url.resolve("/").toString();
      throw Arguments.unfit(
          "download", "link", EXAMPLE + "; " + origin + " must not be shown a token.");
    }
    return file(url.newBuilder().fragment(null).build());
  }

  /** The operation whose method has these annotations, which are all that a converter is told. */
  private String operation(Annotation[] annotations) {
    return made.keySet().stream()
        .flatMap(api -> Arrays.stream(api.getMethods()))
        .filter(method -> Arrays.equals(method.getAnnotations(), annotations))
        .map(method -> Operation.of(method).name())
        .findFirst()
        .orElse("a call");
  }

  /** Calls that say who calls, and carry what the interceptors tell each other. */
  public static Call.Factory withContext(
      Call.Factory http, Function<HttpUrl, ZoomHosts> hostsOfUrl) {
    return request -> {
      CallContext context = new CallContext(hostsOfUrl.apply(request.url()));
      Call call =
          http.newCall(
              request
                  .newBuilder()
                  .tag(CallContext.class, context)
                  .header("User-Agent", UserAgent.VALUE)
                  .build());
      call.addEventListener(context.transmission());
      return call;
    };
  }
}
