package dev.zoomkit.mock.junit;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.mock.AccountSeed;
import dev.zoomkit.mock.Deviation;
import dev.zoomkit.mock.MockPlan;
import dev.zoomkit.mock.MockZoom;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a mock of Zoom, and a client that takes it for Zoom: whatever JUnit calls may have
 * parameters of the types {@link MockZoom} and {@link ZoomClient}.
 *
 * <pre>{@code
 * @WithMockZoom
 * class WebinarsTest {
 *   @Test
 *   void lists(MockZoom mock, ZoomClient zoom) {
 *     mock.seed("createWebinar", "{\"topic\": \"Town hall {n}\"}", 40);
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>Each test has a mock of its own, on a port of its own, so that tests may run at the same time;
 * so does each repetition of a test, but the dynamic tests of one {@code @TestFactory} share that
 * of the factory. The test's constructor, {@code @BeforeEach} and {@code @AfterEach} methods get
 * the same mock and client as the test. It is started when the first parameter asks for it, which
 * takes some 25 ms and as long as a reset, and is closed after the test with its client. What is
 * not to be begun afresh is {@link #shared()}.
 *
 * <p>The annotation of a method comes before that of its class, and that before the one of the
 * class that it is nested in. Subclasses inherit it, and other annotations may carry it. A mock
 * that cannot be started fails the test with the reason, and so does what {@link
 * MockZoom#rethrowFailure} tells of after the test. Needs JUnit 5.13 or newer.
 */
@Documented
@ExtendWith(MockZoomExtension.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WithMockZoom {

  /**
   * The scopes of the mock's app; all that the description knows where there are none. The test
   * fails if the description has no such scope.
   */
  String[] scopes() default {};

  /**
   * The plan whose rate limits the mock keeps, one at most; no limits where there is none.
   *
   * @see MockZoom.Builder#rateLimits
   */
  MockPlan[] rateLimits() default {};

  /**
   * The time that the mock's clock stands at, such as {@code 2027-03-01T09:00:00Z}; the present
   * where it is empty.
   */
  String startAt() default "";

  /**
   * What makes up the account that the mock begins with, one at most; where there is none, the mock
   * begins with what the description's examples tell of. It needs a constructor without parameters,
   * and so has to be static where it is within another class.
   *
   * <pre>{@code
   * class Company implements Consumer<AccountSeed> {
   *   @Override
   *   public void accept(AccountSeed account) {
   *     account.users(20).webinarsPerUser(3).past(past -> past.meetingsPerUser(5));
   *   }
   * }
   *
   * @WithMockZoom(account = Company.class)
   * }</pre>
   *
   * @see MockZoom.Builder#account
   */
  Class<? extends Consumer<AccountSeed>>[] account() default {};

  /** The ways in which the mock responds other than documented; none where there are none. */
  Deviation[] deviations() default {};

  /**
   * Whether the mock responds other than documented in every way that is known of Zoom.
   *
   * @see MockZoom.Builder#realism
   */
  boolean realism() default false;

  /**
   * Whether all tests of the annotated class, and of the classes nested in it, have one mock and
   * one client, which go on from test to test until the class is done. Then {@code @BeforeAll} and
   * {@code @AfterAll} methods, and the constructor of a class with one instance for all tests, may
   * have the parameters as well. A client that a test closes is another for the next that asks.
   * Tests that run at the same time see each other's changes. Not for methods.
   */
  boolean shared() default false;
}
