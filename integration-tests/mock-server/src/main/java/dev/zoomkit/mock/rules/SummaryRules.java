package dev.zoomkit.mock.rules;

import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import org.jspecify.annotations.Nullable;

/** Summaries: a meeting has the one that the list of all says it has, and none once it is gone. */
final class SummaryRules implements Rule {
  private static final String SUMMARY = "meeting_summary";
  private static final String SUMMARIES = "meetings/meeting_summaries";

  @Override
  public void check(ResolvedCall call) {
    Resource session = call.session();
    if (session != null && isOfSummary(call) && row(call, session) == null) {
      throw NotFoundErrors.notFound(
          call.operation(), "meeting", HeldSessionRules.name(call, session));
    }
  }

  private static boolean isOfSummary(ResolvedCall call) {
    return call.location().subresource().equals(SUMMARY);
  }

  /** What the list says of the meeting that a call names; null where it has no summary. */
  private static @Nullable Resource row(ResolvedCall call, Resource session) {
    return HeldSessionRules.row(call, session, SUMMARIES, "meeting_uuid", "meeting_id");
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
