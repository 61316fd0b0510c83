package dev.zoomkit;

import dev.zoomkit.internal.CallExecutor;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.operations.AccountOperations;
import dev.zoomkit.runtime.Arguments;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One account, and the operations on it by category. Immutable and thread-safe; made by a {@link
 * ZoomClient}, and usable until that is closed.
 */
public final class ZoomAccount extends AccountOperations {

  private final CallExecutor calls;
  private final AsyncCalls async;
  private final String id;

  ZoomAccount(CallExecutor calls, AsyncCalls async) {
    super(calls);
    this.calls = calls;
    this.async = async;
    this.id = calls.accountId();
  }

  /**
   * A view of this account whose calls have options beside the settings of the client, such as
   * {@code account.with(options -> options.timeout(Duration.ofSeconds(10)))}. They add to those of
   * this account. Cheap, and sends nothing.
   *
   * @throws IllegalArgumentException if an option does not do
   */
  public ZoomAccount with(Consumer<CallOptions.Builder> options) {
    return new ZoomAccount(
        calls.with(CallOptions.added(calls.settings(), calls::json, options).settings()), async);
  }

  /**
   * A request that no method of this SDK makes, such as {@code account.request("GET",
   * "/chat/users/{userId}/channels")}; to be filled and sent. Where the description has that method
   * and path after all, it goes by what is known of that operation.
   *
   * @param method GET, POST, PUT, PATCH or DELETE
   * @param path below the account, as Zoom's documents write it: the {@code /accounts/{accountId}}
   *     of a sub-account is put before it, and values stand in braces
   * @throws IllegalArgumentException if one of them does not do: an address with a host, {@code
   *     ..}, a query, or a name in braces that is not a whole segment
   */
  public ZoomRequest request(String method, String path) {
    return ZoomRequest.of(calls, method, path);
  }

  /**
   * Runs blocking calls in a thread of their own, such as {@code account.async(one ->
   * one.webinars().getWebinar(id))}; as {@link ZoomClient#async} does.
   *
   * @param calls makes them with the account that it is given, a view of this one
   * @throws IllegalStateException if the client is closed
   */
  public <T> CompletableFuture<T> async(Function<ZoomAccount, T> calls) {
    this.calls.requireOpen("async");
    Arguments.require("async", "function", calls);
    return async.start(this::with, calls);
  }

  /** The id that the client was asked for; {@code me} for the app's own account. */
  public String id() {
    return id;
  }

  /** Whether this is the app's own account, and not a sub-account. */
  public boolean isOwn() {
    return id.equals(Operation.ME);
  }

  @Override
  public String toString() {
    return "ZoomAccount[" + id + "]";
  }
}
