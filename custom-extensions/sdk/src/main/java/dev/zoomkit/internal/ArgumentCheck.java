package dev.zoomkit.internal;

import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.Operation.NeededArgument;
import dev.zoomkit.internal.http.Operation.PathParameter;
import dev.zoomkit.runtime.Arguments;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * Refuses arguments that no request can be made of before Retrofit sees them, which does not know
 * the operation's name. A path value that is blank or dots would make the path that of another
 * operation: deleting one panelist would delete all. Thread-safe.
 */
final class ArgumentCheck implements InvocationHandler {

  /** Retrofit's own, since an interface that is not public cannot be called from here. */
  private final InvocationHandler calls;

  private ArgumentCheck(InvocationHandler calls) {
    this.calls = calls;
  }

  /** An implementation of the interface. */
  static Object of(Class<?> api, Retrofit retrofit) {
    Operation.requireInterface("api", api);
    InvocationHandler checked = new ArgumentCheck(Proxy.getInvocationHandler(retrofit.create(api)));
    return Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, checked);
  }

  @Override
  public Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() != Object.class) {
      Operation operation = Operation.of(method);
      check(operation, arguments);
      FileCheck.check(operation, arguments);
    }
    if (method.isDefault()) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    return calls.invoke(proxy, method, arguments);
  }

  private static void check(Operation operation, @Nullable Object @Nullable [] arguments) {
    for (NeededArgument needed : operation.needed()) {
      Arguments.require(operation.name(), needed.name(), arguments[needed.index()]);
    }
    for (PathParameter parameter : operation.pathParameters()) {
      String value = String.valueOf(arguments[parameter.index()]);
      Arguments.requireText(operation.name(), parameter.name(), value);
      if (value.equals(".") || value.equals("..")) {
        throw Arguments.unfit(
            operation.name(),
            parameter.name(),
            "other than \"%s\", which would lead to another path.".formatted(value));
      }
      if (cannotArrive(value)) {
        throw Arguments.unfit(
            operation.name(),
            parameter.name(),
            "without line breaks, control characters and halves of surrogate pairs.");
      }
    }
  }

  /** What no identifier has, and what UTF-8 has no bytes for: OkHttp would send a question mark. */
  private static boolean cannotArrive(String value) {
    for (int at = 0; at < value.length(); at = value.offsetByCodePoints(at, 1)) {
      switch (Character.getType(value.codePointAt(at))) {
        case Character.CONTROL,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
