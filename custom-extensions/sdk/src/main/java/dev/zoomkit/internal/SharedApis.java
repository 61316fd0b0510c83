package dev.zoomkit.internal;

import com.squareup.moshi.Moshi;
import dev.zoomkit.internal.http.Breaks;
import dev.zoomkit.internal.http.CallContext;
import dev.zoomkit.internal.http.Listening;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.ZoomHosts;
import dev.zoomkit.internal.json.JsonConverterFactory;
import dev.zoomkit.internal.json.JsonReading;
import dev.zoomkit.internal.json.OtherModels;
import dev.zoomkit.retry.RetryPolicy;
import dev.zoomkit.runtime.ParameterConverters;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** What the interfaces of a client and its views have in common. Thread-safe. */
final class SharedApis implements Call.Factory {
  final ZoomHosts hosts;
  final Moshi moshi;
  final Clock clock;
  final BiFunction<@Nullable RetryPolicy, CallContext, Breaks> breaks;
  final @Nullable Listening listening;
  final JsonConverterFactory json;
  final Retrofit retrofit;
  private final OtherModels models = new OtherModels();
  private final Map<Class<?>, InvocationHandler> known = new ConcurrentHashMap<>();
  private final Map<Method, Operation> operations = new ConcurrentHashMap<>();

  SharedApis(
      HttpUrl endpoint,
      Moshi moshi,
      JsonReading reading,
      Clock clock,
      BiFunction<@Nullable RetryPolicy, CallContext, Breaks> breaks,
      @Nullable Listening listening) {
    this.hosts = new ZoomHosts(endpoint);
    this.moshi = moshi.newBuilder().add(models).build();
    this.clock = clock;
    this.breaks = breaks;
    this.listening = listening;
    this.json = new JsonConverterFactory(this.moshi, reading, this::operation);
    retrofit =
        new Retrofit.Builder()
            .baseUrl(endpoint)
            .callFactory(this)
            .addConverterFactory(new UuidConverterFactory())
            .addConverterFactory(new ParameterConverters())
            .addConverterFactory(json)
            .build();
  }

  /** Retrofit's own, since an interface that is not public cannot be called from here. */
  InvocationHandler calls(Class<?> api) {
    InvocationHandler calls = known.get(api);
    if (calls == null) {
      Operation.requireInterface("api", api);
      models.add(api);
      calls = Proxy.getInvocationHandler(retrofit.create(api));
      known.put(api, calls);
    }
    return calls;
  }

  /** Of an interface's method, called by whoever made the interface. */
  @Override
  public Call newCall(Request request) {
    return ApiFactory.of(request)
        .newCall(request, operation(Operation.invocation(request).method()));
  }

  Operation operation(Method method) {
    Operation operation = operations.get(method);
    if (operation == null) {
      operation = Operation.of(method);
      operations.put(method, operation);
    }
    return operation;
  }

  /** The operation whose method has these annotations, which are all that a converter is told. */
  private String operation(Annotation[] annotations) {
    return known.keySet().stream()
        .flatMap(api -> Arrays.stream(api.getMethods()))
        .filter(method -> Arrays.equals(method.getAnnotations(), annotations))
        .map(method -> Operation.of(method).name())
        .findFirst()
        .orElse("a call");
  }
}
