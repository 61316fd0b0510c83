package dev.zoomkit.arguments;

import dev.zoomkit.arguments.Samples.Odd;
import dev.zoomkit.arguments.Samples.Sent;
import dev.zoomkit.error.WrongAccountException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls every public method once an odd value, with sane values for its other parameters. */
final class Walk {

  /**
   * What came of a call.
   *
   * @param value the odd one, in a reader's words; "sane" where all were
   * @param refusal null where the method took it
   */
  record Outcome(
      Executable method, Parameter parameter, String value, @Nullable Throwable refusal) {

    /** Which parameter of which method, as the line of it begins. */
    String subject() {
      String type = PublicApi.name(method.getDeclaringClass());
      String name = method instanceof Constructor ? "new " + type : type + "." + method.getName();
      return name + "(" + parameter.getName();
    }

    /** What the method said. */
    String response() {
      return refusal == null
          ? "accepted"
          : refusal.getClass().getSimpleName() + ": " + refusal.getMessage();
    }

    @Override
    public String toString() {
      return subject() + "=" + value + "): " + response();
    }
  }

  private final Samples samples;

  Walk(Samples samples) {
    this.samples = samples;
  }

  List<Outcome> outcomes() throws ReflectiveOperationException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Executable method : PublicApi.executables()) {
      Parameter[] parameters = method.getParameters();
      outcomes.add(new Outcome(method, parameters[0], "sane", call(method, -1, null)));
      for (int index = 0; index < parameters.length; index++) {
        for (Odd odd : samples.odd(parameters[index])) {
          outcomes.add(
              new Outcome(
                  method, parameters[index], odd.label(), call(method, index, odd.value())));
        }
      }
    }
    return outcomes;
  }

  private @Nullable Throwable call(Executable method, int oddIndex, @Nullable Object odd)
      throws ReflectiveOperationException {
    Parameter[] parameters = method.getParameters();
    @Nullable Object[] arguments = new Object[parameters.length];
    for (int index = 0; index < parameters.length; index++) {
      arguments[index] = index == oddIndex ? odd : samples.sane(parameters[index]);
    }
    try {
      samples.use(result(method, arguments));
      return null;
    } catch (InvocationTargetException thrown) {
      return refusal(thrown.getCause());
    } catch (RuntimeException thrown) {
      return refusal(thrown);
    }
  }

  /** Null where the arguments were taken, be it for an account that the operation is not for. */
  private static @Nullable Throwable refusal(Throwable thrown) {
    return thrown instanceof Sent || thrown instanceof WrongAccountException ? null : thrown;
  }

  private @Nullable Object result(Executable method, @Nullable Object[] arguments)
      throws ReflectiveOperationException {
    if (method instanceof Constructor<?> constructor) {
      return constructor.newInstance(arguments);
    }
    Object receiver =
        Modifier.isStatic(method.getModifiers())
            ? null
            : samples.receiver(method.getDeclaringClass());
    return ((Method) method).invoke(receiver, arguments);
  }
}
