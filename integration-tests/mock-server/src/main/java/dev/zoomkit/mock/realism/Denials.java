package dev.zoomkit.mock.realism;

import dev.zoomkit.mock.call.App;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.DescribedOperation.DocumentedError;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is refused although it is documented, and there. */
final class Denials {
  private static final String ACCOUNT = "accountId";

  /** Says that there is no such meeting while the reports have it. */
  private static final String FORGETS_MEETINGS =
      "/accounts/{accountId}/metrics/meetings/{meetingId}/participants";

  private final Set<Kind> kinds;

  Denials(Set<Kind> kinds) {
    this.kinds = kinds;
  }

  /** How a call is refused; null where it is not. */
  @Nullable Response of(Call call) {
    if (kinds.contains(Kind.CONTRADICTIONS)) {
      DescribedOperation operation = call.operation();
      if (operation.path().equals(FORGETS_MEETINGS)) {
        return NotFoundErrors.notFound(operation, "meeting", call.path().get("meetingId"))
            .response();
      }
      boolean ofAnother = call.operation().method().equals("PATCH") && !isSubAccount(call);
      if (ofAnother && operation.category().equals("Billing")) {
        return NotFoundErrors.notFound(operation, "account", App.ACCOUNT_ID).response();
      }
    }
    return kinds.contains(Kind.FREE_SUB_ACCOUNTS) && isSubAccount(call) ? unpaid(call) : null;
  }

  private static boolean isSubAccount(Call call) {
    String account = call.path(ACCOUNT);
    return account != null && !account.equals("me") && !account.equals(App.ACCOUNT_ID);
  }

  private static @Nullable Response unpaid(Call call) {
    for (DocumentedError row : call.operation().errors()) {
      if (row.missing().contains("plan")) {
        return Response.error(
            row.status(),
            Objects.requireNonNullElse(row.code(), row.status()),
            "Only available for Paid account.");
      }
    }
    return null;
  }
}
