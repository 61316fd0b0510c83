package dev.zoomkit.scope;

import dev.zoomkit.auth.AppKind;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.runtime.Arguments;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a program needs: it collects the operations that clients call, or that you name,
 * and says which scopes suffice for all of them. Attach it with {@code
 * ZoomClient.builder().recordScopes(recorder)}; one recorder may serve many clients. A call counts
 * once the client has a token for it, whether it is then refused or not. Thread-safe; sends
 * nothing.
 */
public final class ScopeRecorder {

  private final Set<Use> uses = ConcurrentHashMap.newKeySet();
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  /** With nothing recorded. */
  public ScopeRecorder() {}

  /**
   * Adds operations on the app's own account.
   *
   * @param operations by operationId, such as {@code listWebinars}
   * @return this
   * @throws IllegalArgumentException if the description has no such operation, with the nearest
   *     name, or if it exists for sub-accounts only
   */
  public ScopeRecorder ownAccount(String... operations) {
    Arguments.require("ownAccount", "operations", operations);
    for (String name : operations) {
      Operation operation = KnownOperations.named("ownAccount", name);
      if (operation.isForSubAccountsOnly()) {
        throw Arguments.unfit(
            "ownAccount", "operation", "that exists there; %s is for subAccounts.".formatted(name));
      }
      uses.add(new Use(operation, true));
    }
    return this;
  }

  /**
   * Adds operations on sub-accounts.
   *
   * @param operations by operationId, such as {@code listWebinars}
   * @return this
   * @throws IllegalArgumentException if the description has no such operation, with the nearest
   *     name, or if it exists for the own account only
   */
  public ScopeRecorder subAccounts(String... operations) {
    Arguments.require("subAccounts", "operations", operations);
    for (String name : operations) {
      Operation operation = KnownOperations.named("subAccounts", name);
      if (!operation.namesAccount()) {
        throw Arguments.unfit(
            "subAccounts", "operation", "that exists there; %s is for ownAccount.".formatted(name));
      }
      uses.add(new Use(operation, false));
    }
    return this;
  }

  /**
   * Adds all operations of an interface, generated or of your own, that exist for the app's own
   * account.
   *
   * @return this
   * @throws IllegalArgumentException if it is no interface with Retrofit's annotations
   */
  public ScopeRecorder ownAccount(Class<?> api) {
    KnownOperations.of("ownAccount", api)
        .filter(operation -> !operation.isForSubAccountsOnly())
        .forEach(operation -> uses.add(new Use(operation, true)));
    return this;
  }

  /**
   * Adds all operations of an interface, generated or of your own, that exist for sub-accounts.
   *
   * @return this
   * @throws IllegalArgumentException if it is no interface with Retrofit's annotations
   */
  public ScopeRecorder subAccounts(Class<?> api) {
    KnownOperations.of("subAccounts", api)
        .filter(Operation::namesAccount)
        .forEach(operation -> uses.add(new Use(operation, false)));
    return this;
  }

  /**
   * Adds a call; made by the SDK alone.
   *
   * @param scopes what the token holds; null where that is unknown
   */
  @SuppressWarnings("exports")
  public void record(Operation operation, boolean ownAccount, @Nullable Set<String> scopes) {
    uses.add(new Use(operation, ownAccount));
    if (scopes != null) {
      held.addAll(scopes);
    }
  }

  /**
   * The scopes that suffice for what was recorded until now.
   *
   * @param appKind decides between scopes of one user and those of an account
   */
  public NeededScopes needed(AppKind appKind) {
    Arguments.require("needed", "appKind", appKind);
    return new NeededScopes(appKind, Set.copyOf(uses), Set.copyOf(held));
  }

  /** An operation on either kind of account. */
  record Use(Operation operation, boolean ownAccount) {}
}
