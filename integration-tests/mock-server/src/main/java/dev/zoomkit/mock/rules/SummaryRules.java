package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import org.jspecify.annotations.Nullable;

/** Summaries: a meeting has the one that the list of all says it has, and none once it is gone. */
final class SummaryRules implements Rule {
  private final DelayRules delays;

  SummaryRules(DelayRules delays) {
    this.delays = delays;
  }

  @Override
  public void check(ResolvedCall call) {
    Resource session = call.session();
    if (session != null && isOfSummary(call) && row(call, session) == null) {
      throw NotFoundErrors.notFound(
          call.operation(), "meeting", HeldSessionRules.name(call, session));
    }
  }

  private static boolean isOfSummary(ResolvedCall call) {
    return call.location().subresource().equals(HeldSummaries.SUMMARY);
  }

  /** What the list says of the meeting that a call names; null where it has no summary. */
  private @Nullable Resource row(ResolvedCall call, Resource session) {
    Resource row =
        HeldSessionRules.row(call, session, HeldSummaries.SUMMARIES, "meeting_uuid", "meeting_id");
    return row == null || !delays.isThere(row) ? null : row;
  }

  /** The summary of a session that was held; of the examples' the list does not have it. */
  @Override
  public @Nullable JsonNode facts(ResolvedCall call) {
    Resource session = call.session();
    Resource row = session == null || !isOfSummary(call) ? null : row(call, session);
    return row == null || !row.data().has(SessionFacts.SESSION_UUID) ? null : row.data();
  }

  @Override
  public boolean carriesOut(ResolvedCall call) {
    Resource session = call.session();
    boolean deletes = isOfSummary(call) && call.operation().method().equals("DELETE");
    Resource row = session == null || !deletes ? null : row(call, session);
    if (row == null) {
      return false;
    }
    row.remove();
    return true;
  }
}
