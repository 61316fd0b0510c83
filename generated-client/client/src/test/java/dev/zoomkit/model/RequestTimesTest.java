package dev.zoomkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.zoomkit.api.Apis;
import dev.zoomkit.runtime.ParameterConverters;
import dev.zoomkit.value.Csv;
import dev.zoomkit.value.DateOrDateTime;
import dev.zoomkit.value.OpenEnum;
import dev.zoomkit.value.StartTime;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * Every time that a request can have, in its path, query or body, given with an offset that Zoom
 * would ignore.
 */
class RequestTimesTest {
  private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2027-03-25T07:30:15+05:30");
  private static final String IN_UTC = "2027-03-25T02:00:15Z";
  private static final String ON_THE_CLOCKS = "2027-03-25T07:30:15";
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:[^\"&]*");
  private static final Pattern NAME_OF_A_TIME =
      Pattern.compile("(?i)from|to|.*(time|date|day|since|until)|.*At");
  private static final Retrofit RETROFIT =
      new Retrofit.Builder()
          .baseUrl("https://zoom.example/v2/")
          .addConverterFactory(new ParameterConverters())
          .addConverterFactory(
              MoshiConverterFactory.create(new Moshi.Builder().add(ZoomJson.factory()).build()))
          .build();

  private final Map<Class<?>, Object> samples = samples();
  private final Set<Class<?>> open = new HashSet<>();
  private final Set<String> textsNamedLikeTimes = new TreeSet<>();
  private int overload;

  /** A start has setters of five types; each is tried. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void goOutInUtcOrAsALocalTimeAndNeverWithAnOffset(int whichSetter) throws Exception {
    overload = whichSetter;
    List<String> times = new ArrayList<>();

    for (Request request : requests()) {
      TIME.matcher(text(request)).results().forEach(time -> times.add(time.group()));
    }

    assertThat(times).hasSizeGreaterThan(18).isSubsetOf(IN_UTC, ON_THE_CLOCKS).contains(IN_UTC);
  }

  @Test
  void areNeverTextThatACallerHasToWrite() throws Exception {
    requests();

    assertThat(textsNamedLikeTimes).isEmpty();
  }

  /** What each method of each interface sends. */
  private List<Request> requests() throws ReflectiveOperationException {
    List<Request> requests = new ArrayList<>();
    for (Class<?> type : Apis.ALL) {
      Object api = RETROFIT.create(type);
      for (Method method : type.getMethods()) {
        List<Object> arguments = new ArrayList<>();
        for (Type parameter : method.getGenericParameterTypes()) {
          arguments.add(sample(parameter));
        }
        requests.add(((Call<?>) method.invoke(api, arguments.toArray())).request());
      }
    }
    return requests;
  }

  private static String text(Request request) throws Exception {
    Buffer body = new Buffer();
    if (request.body() != null) {
      request.body().writeTo(body);
    }
    String url = URLDecoder.decode(request.url().toString(), StandardCharsets.UTF_8);
    return url + "&" + body.readUtf8();
  }

  private static Map<Class<?>, Object> samples() {
    Map<Class<?>, Object> samples = new HashMap<>();
    samples.put(String.class, "x");
    samples.put(Object.class, "x");
    samples.put(int.class, 1);
    samples.put(Integer.class, 1);
    samples.put(long.class, 1L);
    samples.put(Long.class, 1L);
    samples.put(Double.class, 1.5);
    samples.put(boolean.class, true);
    samples.put(Boolean.class, true);
    samples.put(LocalDate.class, MOMENT.toLocalDate());
    samples.put(LocalDateTime.class, MOMENT.toLocalDateTime());
    samples.put(Instant.class, MOMENT.toInstant());
    samples.put(OffsetDateTime.class, MOMENT);
    samples.put(ZonedDateTime.class, MOMENT.atZoneSameInstant(ZoneId.of("Asia/Kolkata")));
    samples.put(StartTime.class, StartTime.of(MOMENT));
    samples.put(DateOrDateTime.class, DateOrDateTime.of(MOMENT));
    samples.put(Csv.class, Csv.of(List.of("x")));
    samples.put(RequestBody.class, RequestBody.create("x", null));
    samples.put(MultipartBody.Part.class, MultipartBody.Part.createFormData("x", "x"));
    return samples;
  }

  /** A value of the type with all values in it; null of a type that is being made. */
  private Object sample(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      Object item = sample(generic.getActualTypeArguments()[0]);
      return item == null ? null : List.of(item);
    }
    Class<?> raw =
        (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    Object known = samples.get(raw);
    if (known != null || !open.add(raw)) {
      return known;
    }
    try {
      return OpenEnum.class.isAssignableFrom(raw) ? constant(raw) : filled(raw);
    } finally {
      open.remove(raw);
    }
  }

  private Object constant(Class<?> enumeration) throws ReflectiveOperationException {
    Method of =
        Stream.of(enumeration.getMethods())
            .filter(each -> each.getName().equals("of"))
            .findFirst()
            .orElseThrow();
    return of.invoke(null, sample(of.getParameterTypes()[0]));
  }

  private Object filled(Class<?> model) throws ReflectiveOperationException {
    Object builder = model.getMethod("builder").invoke(null);
    for (List<Method> setters : setters(builder.getClass())) {
      Method setter = setters.get(overload % setters.size());
      Object value = sample(setter.getGenericParameterTypes()[0]);
      if (value != null) {
        setter.invoke(builder, value);
      }
      if (value instanceof String && NAME_OF_A_TIME.matcher(setter.getName()).matches()) {
        textsNamedLikeTimes.add(model.getSimpleName() + "." + setter.getName());
      }
    }
    return builder.getClass().getMethod("build").invoke(builder);
  }

  /** The setters of each name. */
  private static Iterable<List<Method>> setters(Class<?> builder) {
    Map<String, List<Method>> byName = new TreeMap<>();
    Stream.of(builder.getMethods())
        .filter(each -> each.getReturnType() == builder && each.getParameterCount() == 1)
        .sorted(Comparator.comparing(each -> each.getParameterTypes()[0].getName()))
        .forEach(
            each -> byName.computeIfAbsent(each.getName(), name -> new ArrayList<>()).add(each));
    return byName.values();
  }
}
