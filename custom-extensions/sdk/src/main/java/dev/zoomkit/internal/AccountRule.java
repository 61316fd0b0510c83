package dev.zoomkit.internal;

import dev.zoomkit.error.WrongAccountException;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.CallRule;
import dev.zoomkit.internal.http.Operation;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The operation must exist for the kind of account that a call is for. Thread-safe. */
public final class AccountRule implements CallRule {

  @Override
  public @Nullable RuntimeException refusal(Request request) {
    Operation operation = Operation.of(request);
    return operation.isForSubAccountsOnly() && operation.isForOwnAccount(request)
        ? WrongAccountException.of(
            CallInfo.of(request),
            "exists for sub-accounts only, and this call is for the app's own account. Write"
                + " account(\"...\") with the id of a sub-account instead of ownAccount() or"
                + " \"me\".")
        : null;
  }

  /** Of a call of the facade, whose request does not say which account it was made for. */
  static @Nullable RuntimeException refusal(String accountId, Request request) {
    return accountId.equals(Operation.ME) || Operation.of(request).namesAccount()
        ? null
        : WrongAccountException.of(
            CallInfo.of(request),
            "exists for the app's own account only, and this call is for account(\"%s\"). Write ownAccount() instead."
                .formatted(accountId));
  }

  /** Of a path that names an account before what the own account alone has. */
  static RuntimeException refusal(Operation ownOnly, String account) {
    return WrongAccountException.of(
        new CallInfo(ownOnly.name(), null),
        "exists for the app's own account only, and the path is that of an account. Leave /accounts/%s out."
            .formatted(account));
  }
}
