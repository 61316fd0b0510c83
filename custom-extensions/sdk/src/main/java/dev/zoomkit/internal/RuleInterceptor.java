package dev.zoomkit.internal;

import dev.zoomkit.internal.http.CallRule;
import dev.zoomkit.internal.http.Operation;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Holds each call against a rule before anything is sent. Installed by the client; throws what the
 * rule refuses with. Thread-safe.
 */
public final class RuleInterceptor implements Interceptor {

  private final Mode mode;
  private final CallRule rule;
  private final Logger logger;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  private RuleInterceptor(Mode mode, CallRule rule, String logger) {
    this.mode = mode;
    this.rule = rule;
    this.logger = System.getLogger(logger);
  }

  /** Refuses whatever breaks the rule. */
  public static RuleInterceptor enforcing(CallRule rule) {
    return new RuleInterceptor(Mode.ENFORCE, rule, "dev.zoomkit");
  }

  /**
   * Does what the caller chose.
   *
   * @param check a constant with the name of a {@link Mode}, such as those of {@code ScopeCheck}
   * @param logger is warned by
   */
  public static RuleInterceptor of(Enum<?> check, CallRule rule, String logger) {
    return new RuleInterceptor(Mode.valueOf(check.name()), rule, logger);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    RuntimeException refusal = mode == Mode.OFF ? null : rule.refusal(request);
    if (refusal != null && mode == Mode.ENFORCE) {
      throw refusal;
    }
    if (refusal != null && warned.add(kind(request))) {
      logger.log(Level.WARNING, refusal.getMessage());
    }
    return chain.proceed(request);
  }

  /** Calls of one kind break a rule for one reason, which is worth one line. */
  private static String kind(Request request) {
    Operation operation = Operation.of(request);
    return operation.name() + operation.isForOwnAccount(request);
  }

  /** What becomes of a call that breaks the rule. */
  enum Mode {
    /** It is refused. */
    ENFORCE,
    /** It is sent, and logged as a warning, once an operation and mode of its account. */
    WARN,
    /** It is sent, and the rule is not asked. */
    OFF
  }
}
