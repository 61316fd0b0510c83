package dev.zoomkit.internal;

import dev.zoomkit.internal.http.CallRule;
import dev.zoomkit.internal.http.Operation;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Logs what another rule refuses, and refuses nothing. Thread-safe. */
public final class WarningRule implements CallRule {

  private final CallRule rule;
  private final Logger logger;
  private final Set<String> warned;

  private WarningRule(CallRule rule, Logger logger, Set<String> warned) {
    this.rule = rule;
    this.logger = logger;
    this.warned = warned;
  }

  /**
   * A rule that does what the caller chose: {@code ENFORCE} refuses, {@code WARN} has it sent and
   * logged as a warning, once an operation and mode of its account, {@code OFF} has it sent without
   * asking the rule.
   *
   * @param check a constant of one of these names, such as those of {@code ScopeCheck}
   * @param logger the name of the logger that warns
   * @param warned what was warned of; of a client and all its views, whatever the rule
   */
  public static CallRule chosen(Enum<?> check, CallRule rule, String logger, Set<String> warned) {
    return switch (check.name()) {
      case "ENFORCE" -> rule;
      case "WARN" -> new WarningRule(rule, System.getLogger(logger), warned);
      default -> request -> null;
    };
  }

  @Override
  public @Nullable RuntimeException refusal(Request request) throws IOException {
    RuntimeException refusal = rule.refusal(request);
    if (refusal != null && warned.add(kind(request))) {
      logger.log(Level.WARNING, refusal.getMessage());
    }
    return null;
  }

  /** Calls of one kind break a rule for one reason, which is worth one line. */
  private String kind(Request request) {
    Operation operation = Operation.of(request);
    return logger.getName() + operation.name() + operation.isForOwnAccount(request);
  }
}
