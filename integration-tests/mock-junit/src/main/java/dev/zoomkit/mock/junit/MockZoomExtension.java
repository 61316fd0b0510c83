package dev.zoomkit.mock.junit;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.AccountSeed;
import dev.zoomkit.mock.Deviation;
import dev.zoomkit.mock.MockZoom;
import java.lang.reflect.AnnotatedElement;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Resolves the parameters of what is annotated with {@link WithMockZoom}, which registers it; there
 * is no need to name it. JUnit keeps the mocks, in the store of the test or of the class, and
 * closes them at its end.
 */
public final class MockZoomExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace MOCKS = Namespace.create(MockZoomExtension.class);

  /** Made by JUnit. */
  public MockZoomExtension() {}

  /** A test's constructor gets what the test gets. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == MockZoom.class || type == ZoomClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Annotated nearest = Annotated.nearest(context);
    Running running =
        nearest
            .home(context)
            .getStore(MOCKS)
            .getOrComputeIfAbsent(
                nearest.element(), absent -> new Running(start(nearest.with())), Running.class);
    return parameter.getParameter().getType() == MockZoom.class ? running.mock : running.client();
  }

  /** Fails a test for what its functions threw in a thread of the mock, shared or not. */
  @Override
  public void afterEach(ExtensionContext context) {
    AnnotatedElement element = Annotated.nearest(context).element();
    Running running = context.getStore(MOCKS).get(element, Running.class);
    if (running != null) {
      running.mock.rethrowFailure();
    }
  }

  private static MockZoom start(WithMockZoom with) {
    MockZoom.Builder mock = MockZoom.builder();
    if (with.scopes().length > 0) {
      mock.scopes(with.scopes());
    }
    one("the rate limits of one plan, not of", with.rateLimits()).ifPresent(mock::rateLimits);
    one("one account, not", with.account()).map(MockZoomExtension::made).ifPresent(mock::account);
    if (with.realism() || with.deviations().length > 0) {
      mock.realism(with.realism() ? Deviation.values() : with.deviations());
    }
    if (!with.startAt().isEmpty()) {
      mock.startAt(instant(with.startAt()));
    }
    return mock.start();
  }

  private static Consumer<AccountSeed> made(Class<? extends Consumer<AccountSeed>> account) {
    if (Arrays.stream(account.getDeclaredConstructors())
        .noneMatch(constructor -> constructor.getParameterCount() == 0)) {
      throw new ParameterResolutionException(
          "@WithMockZoom takes an account with a constructor without parameters, which "
              + account.getName()
              + " lacks; a class within another has to be static for that.");
    }
    return ReflectionSupport.newInstance(account);
  }

  private static <T> Optional<T> one(String what, T[] values) {
    if (values.length > 1) {
      throw new ParameterResolutionException(
          "@WithMockZoom takes " + what + " " + Arrays.toString(values));
    }
    return Arrays.stream(values).findFirst();
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException noInstant) {
      throw new ParameterResolutionException(
          "@WithMockZoom starts at an instant such as 2027-03-01T09:00:00Z, not at \""
              + text
              + "\".",
          noInstant);
    }
  }

  /**
   * An annotation where it was found.
   *
   * @param at the test, or the class, that has it
   */
  private record Annotated(WithMockZoom with, AnnotatedElement element, ExtensionContext at) {

    static Annotated nearest(ExtensionContext context) {
      Optional<ExtensionContext> at = Optional.of(context);
      while (at.isPresent()) {
        Optional<AnnotatedElement> element = at.get().getElement();
        Optional<WithMockZoom> with = AnnotationSupport.findAnnotation(element, WithMockZoom.class);
        if (with.isPresent()) {
          return new Annotated(with.get(), element.orElseThrow(), at.get());
        }
        at = at.get().getParent();
      }
      throw new ParameterResolutionException(
          "MockZoomExtension is for what is annotated with @WithMockZoom.");
    }

    /** What the mock lives as long as. */
    ExtensionContext home(ExtensionContext context) {
      if (with.shared() && !(element instanceof Class)) {
        throw new ParameterResolutionException(
            "@WithMockZoom(shared = true) is for a class, whose tests share a mock, not for "
                + context.getDisplayName());
      }
      if (!with.shared() && context.getTestMethod().isEmpty()) {
        throw new ParameterResolutionException(
            "A mock of @WithMockZoom lives as long as a test. Let the test itself or a @BeforeEach"
                + " method have the parameter, or say @WithMockZoom(shared = true) for one mock of"
                + " the whole class.");
      }
      return with.shared() ? at : context;
    }
  }

  /** A mock with its client, which is made when somebody asks for it. */
  private static final class Running implements AutoCloseable {
    private final MockZoom mock;
    private @Nullable ZoomClient client;

    Running(MockZoom mock) {
      this.mock = mock;
    }

    synchronized ZoomClient client() {
      ZoomClient one = client == null || isClosed(client) ? mock.client() : client;
      client = one;
      return one;
    }

    /** Whether a test has closed the client, which others may share. */
    private static boolean isClosed(ZoomClient client) {
      try {
        client.ownAccount();
        return false;
      } catch (IllegalStateException closed) {
        return true;
      }
    }

    @Override
    public void close() {
      mock.close();
    }
  }
}
