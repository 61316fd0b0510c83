package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.ZoomAccount;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.transfer.Upload;
import dev.zoomkit.user.UserRef;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Calls any method of the facade with the values of the description's examples. */
final class FacadeCalls {

  private final BundledDescription description;
  private final ExampleCalls calls;
  private final Map<String, List<Method>> methods = new TreeMap<>();
  private final Map<Class<?>, Method> accessors = new HashMap<>();

  FacadeCalls(BundledDescription description, ExampleCalls calls) {
    this.description = description;
    this.calls = calls;
    for (Method accessor : ZoomAccount.class.getMethods()) {
      if (accessor.getReturnType().getPackageName().equals("dev.zoomkit.operations")) {
        accessors.put(accessor.getReturnType(), accessor);
        for (Method method : accessor.getReturnType().getDeclaredMethods()) {
          if (Modifier.isPublic(method.getModifiers())) {
            methods.computeIfAbsent(method.getName(), name -> new ArrayList<>()).add(method);
          }
        }
      }
    }
  }

  /** The names of all methods. */
  Set<String> names() {
    return methods.keySet();
  }

  /** The methods of a name. */
  List<Method> methods(String name) {
    return methods.get(name);
  }

  /** What a method returns; what it throws is thrown. */
  Object invoke(ZoomAccount account, Method method, Object[] arguments) {
    try {
      return method.invoke(accessors.get(method.getDeclaringClass()).invoke(account), arguments);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(thrown.getCause());
    } catch (ReflectiveOperationException defect) {
      throw new AssertionError(defect);
    }
  }

  /** The list of a paged operation. */
  Pages<?> pages(ZoomAccount account, Operation operation) {
    Method method = methods.get(operation.id()).get(0);
    return (Pages<?>) invoke(account, method, arguments(operation, method));
  }

  /** The list of a paged operation, in pages of a size where the operation takes one. */
  Pages<?> pages(ZoomAccount account, Operation operation, int pageSize) {
    Method method =
        methods.get(operation.id()).stream()
            .max(Comparator.comparing(Method::getParameterCount).thenComparing(Method::toString))
            .orElseThrow();
    Object[] arguments = arguments(operation, method);
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof Consumer) {
        arguments[i] = (Consumer<Object>) query -> setPageSize(query, pageSize);
      }
    }
    return (Pages<?>) invoke(account, method, arguments);
  }

  private static void setPageSize(Object query, int pageSize) {
    for (Method setter : query.getClass().getMethods()) {
      if (setter.getName().equals("pageSize")) {
        try {
          setter.invoke(query, pageSize);
        } catch (ReflectiveOperationException defect) {
          throw new AssertionError(defect);
        }
      }
    }
  }

  /** The arguments of a method, by the description's examples. */
  Object[] arguments(Operation operation, Method method) {
    return Arrays.stream(method.getParameters())
        .map(parameter -> argument(operation, parameter))
        .toArray();
  }

  private Object argument(Operation operation, Parameter parameter) {
    Class<?> type = parameter.getType();
    if (type == UserRef.class) {
      return UserRef.id(
          description.parameter(operation, parameter.getName() + "Id").get("example").asText());
    }
    if (type == Consumer.class) {
      return (Consumer<Object>) builder -> {};
    }
    if (type == Upload.class) {
      return Upload.of("picture.png", "image/png", ExampleCalls.PICTURE);
    }
    return parameter.getName().equals("request")
        ? calls.value(type, description.requestExample(operation))
        : calls.value(type, example(operation, parameter.getName()));
  }

  /** The example of the parameter that has this name in Java: page_size is pageSize there. */
  private JsonNode example(Operation operation, String javaName) {
    for (JsonNode reference : operation.node().path("parameters")) {
      String name = description.resolve(reference).get("name").textValue();
      if (name.replace("_", "").equalsIgnoreCase(javaName.replace("OrUuid", ""))) {
        return calls.example(operation, name);
      }
    }
    throw new AssertionError(operation.id() + " has no parameter " + javaName);
  }
}
