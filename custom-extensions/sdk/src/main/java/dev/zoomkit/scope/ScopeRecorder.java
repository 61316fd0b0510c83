package dev.zoomkit.scope;

import dev.zoomkit.auth.AppKind;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.runtime.Arguments;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which scopes a program needs. It collects the operations that clients call and those
 * that you name, and says which scopes suffice for all of them. A client records its calls with
 * {@code ZoomClient.builder().recordScopes(recorder)}; one recorder may serve many clients. A call
 * is recorded once the client has a token for it, even if it is then refused. Thread-safe; sends
 * nothing.
 */
public final class ScopeRecorder {

  private final Set<Use> uses = ConcurrentHashMap.newKeySet();
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  /** Makes a recorder of no operations yet. */
  public ScopeRecorder() {}

  /**
   * Adds operations on the app's own account.
   *
   * @param operations by operationId, such as {@code listWebinars}
   * @return this
   * @throws IllegalArgumentException if the description has no operation of that name; the message
   *     has the nearest one. Also if the operation exists for sub-accounts only
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
   * @throws IllegalArgumentException if the description has no operation of that name; the message
   *     has the nearest one. Also if the operation exists for the app's own account only
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
   * Adds those operations of an interface that exist for the app's own account.
   *
   * @param api a generated interface, such as {@code WebinarsApi}, or one of your own
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
   * Adds those operations of an interface that exist for sub-accounts.
   *
   * @param api a generated interface, such as {@code WebinarsApi}, or one of your own
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
   * Adds a call. Called by the SDK alone.
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
   * The scopes that suffice for all that was recorded until now. What is recorded later does not
   * change it.
   *
   * @param appKind an app of one user gets the scopes of a user, any other one those of an account
   */
  public NeededScopes needed(AppKind appKind) {
    Arguments.require("needed", "appKind", appKind);
    return new NeededScopes(appKind, Set.copyOf(uses), Set.copyOf(held));
  }

  /** An operation, and whether it was used on the app's own account or on a sub-account. */
  record Use(Operation operation, boolean ownAccount) {}
}
