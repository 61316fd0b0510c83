package dev.zoomkit.internal;

import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.Operation.NeededArgument;
import dev.zoomkit.internal.http.Operation.PathParameter;
import dev.zoomkit.runtime.Arguments;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Refuses arguments that no request can be made of before Retrofit sees them, which does not know
 * the operation's name, and makes each {@code Call} a {@link ZoomCall}. A path value that is blank
 * or dots would make the path that of another operation: deleting one panelist would delete all.
 * Thread-safe.
 */
final class ArgumentCheck implements InvocationHandler {

  private final InvocationHandler calls;
  private final ApiFactory owner;
  private final boolean refusesNull;

  private ArgumentCheck(InvocationHandler calls, ApiFactory owner, boolean refusesNull) {
    this.calls = calls;
    this.owner = owner;
    this.refusesNull = refusesNull;
  }

  /**
   * An implementation of the interface, whose calls are those of an owner.
   *
   * @param refusesNull whether it reads from the interface what may be null, and refuses what may
   *     not; else only what stands in a path
   */
  static Object of(Class<?> api, InvocationHandler calls, ApiFactory owner, boolean refusesNull) {
    InvocationHandler checked = new ArgumentCheck(calls, owner, refusesNull);
    return Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, checked);
  }

  /** Whose an implementation is. */
  static ApiFactory ownerOf(@Nullable Object api) {
    if (api instanceof ApiFactory owner) {
      return owner;
    }
    if (api != null && Proxy.getInvocationHandler(api) instanceof ArgumentCheck check) {
      return check.owner;
    }
    throw new IllegalStateException("Not an interface of a ZoomClient: " + api);
  }

  @Override
  public Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() != Object.class) {
      check(owner.operation(method), arguments);
    }
    if (method.isDefault()) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    Object result = calls.invoke(proxy, method, arguments);
    return result instanceof Call<?> call ? new ZoomCall<>(call, owner) : result;
  }

  private void check(Operation operation, @Nullable Object @Nullable [] arguments) {
    if (refusesNull) {
      for (NeededArgument needed : operation.needed()) {
        Arguments.require(operation.name(), needed.name(), arguments[needed.index()]);
      }
    }
    for (PathParameter parameter : operation.pathParameters()) {
      Object value = arguments[parameter.index()];
      Arguments.require(operation.name(), parameter.name(), value);
      requirePathValue(operation.name(), parameter.name(), String.valueOf(value));
    }
    if (operation.file() != null) {
      FileCheck.check(operation.name(), operation.file(), arguments);
    }
  }

  /**
   * Lets a value pass that can stand in a path.
   *
   * @throws IllegalArgumentException if it is blank or dots, or cannot be sent
   */
  static void requirePathValue(String caller, String name, String value) {
    Arguments.requireText(caller, name, value);
    if (value.equals(".") || value.equals("..")) {
      throw Arguments.unfit(
          caller, name, "other than \"%s\", which would lead to another path.".formatted(value));
    }
    if (cannotArrive(value)) {
      throw Arguments.unfit(
          caller, name, "without line breaks, control characters and halves of surrogate pairs.");
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
