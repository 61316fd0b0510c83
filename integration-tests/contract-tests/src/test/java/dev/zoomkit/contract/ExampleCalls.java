package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.squareup.moshi.Moshi;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.annotation.AccountPath;
import dev.zoomkit.api.Apis;
import dev.zoomkit.runtime.Parts;
import dev.zoomkit.value.Csv;
import dev.zoomkit.value.DateOrDateTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Calls any operation of the generated client with the values of the description's examples. */
final class ExampleCalls {

  /** What the mock takes for a picture: it looks at name, media type and size. */
  static final byte[] PICTURE = "not really a picture".getBytes(StandardCharsets.UTF_8);

  private final BundledDescription description;
  private final RawRequests requests;
  private final Moshi moshi;
  private final Map<String, Method> methods = new HashMap<>();

  ExampleCalls(BundledDescription description, RawRequests requests, Moshi moshi) {
    this.description = description;
    this.requests = requests;
    this.moshi = moshi;
    for (Class<?> api : Apis.ALL) {
      for (Method method : api.getMethods()) {
        if (Modifier.isAbstract(method.getModifiers())) {
          methods.put(method.getName(), method);
        }
      }
    }
  }

  /** The names of all operations that the generated interfaces have. */
  Set<String> names() {
    return methods.keySet();
  }

  /** The method of an operation. */
  Method method(Operation operation) {
    return methods.get(operation.id());
  }

  /**
   * The operation's call for an account, with only the required values or with all but the token of
   * a later page, which an earlier page has to give.
   */
  Call<?> call(ZoomClient zoom, Operation operation, String accountId, boolean optionalToo) {
    return call(zoom, operation, accountId, optionalToo, null);
  }

  /** The same with a body of the caller's; null for that of the example. */
  Call<?> call(
      ZoomClient zoom,
      Operation operation,
      String accountId,
      boolean optionalToo,
      @Nullable Object body) {
    Method method = methods.get(operation.id());
    List<Object> arguments = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      arguments.add(
          parameter.isAnnotationPresent(AccountPath.class)
              ? accountId
              : body != null && parameter.isAnnotationPresent(Body.class)
                  ? body
                  : argument(operation, parameter, optionalToo));
    }
    try {
      return (Call<?>) method.invoke(zoom.api(method.getDeclaringClass()), arguments.toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(operation.id() + Arrays.toString(arguments.toArray()), e);
    }
  }

  /** JSON as the body of an operation. */
  Object body(Operation operation, JsonNode json) {
    for (Parameter parameter : method(operation).getParameters()) {
      if (parameter.isAnnotationPresent(Body.class)) {
        return decode(parameter.getParameterizedType(), json);
      }
    }
    throw new AssertionError(operation.id() + " has no body");
  }

  private @Nullable Object argument(Operation operation, Parameter parameter, boolean optionalToo) {
    for (Annotation annotation : parameter.getAnnotations()) {
      if (annotation instanceof Path path) {
        return value(parameter.getParameterizedType(), example(operation, path.value()));
      }
      if (annotation instanceof Query query) {
        JsonNode described = description.parameter(operation, query.value());
        JsonNode example = example(operation, query.value());
        boolean wanted = optionalToo && !query.value().equals("next_page_token");
        return described.path("required").booleanValue() || wanted
            ? value(parameter.getParameterizedType(), example)
            : null;
      }
      if (annotation instanceof Body) {
        return decode(parameter.getParameterizedType(), description.requestExample(operation));
      }
      if (annotation instanceof Part part) {
        return part(operation, parameter.getType(), part.value(), optionalToo);
      }
    }
    throw new AssertionError(operation.id() + " has a parameter of no known kind: " + parameter);
  }

  /** The value that requests usually have for a parameter. */
  JsonNode example(Operation operation, String name) {
    return requests.usual(description.parameter(operation, name));
  }

  /** JSON as the Java type of an argument. */
  Object value(Type type, JsonNode example) {
    if (type instanceof ParameterizedType csv) {
      Type item = csv.getActualTypeArguments()[0];
      return Csv.of(example.valueStream().map(node -> value(item, node)).toList());
    }
    if (type == long.class) {
      return example.asLong();
    }
    if (type == String.class) {
      return example.asText(); // A path parameter that takes a number or a UUID.
    }
    if (type == LocalDate.class) {
      return LocalDate.parse(example.textValue());
    }
    if (type == OffsetDateTime.class) {
      return OffsetDateTime.parse(example.textValue());
    }
    if (type == DateOrDateTime.class) {
      return DateOrDateTime.parse(example.textValue());
    }
    return decode(type, example);
  }

  private Object decode(Type type, JsonNode json) {
    try {
      return moshi.adapter(type).fromJson(json.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Object part(
      Operation operation, Class<?> type, String name, boolean optionalToo) {
    if (type == MultipartBody.Part.class) {
      Map.Entry<String, JsonNode> file = description.file(operation);
      MediaType media = MediaType.get(file.getValue().at("/x-zoom-file/types/0").textValue());
      return MultipartBody.Part.createFormData(
          file.getKey(), "picture." + media.subtype(), RequestBody.create(PICTURE, media));
    }
    JsonNode example = description.requestExample(operation).path(name);
    return optionalToo && !example.isMissingNode() ? Parts.text(example.asText()) : null;
  }
}
