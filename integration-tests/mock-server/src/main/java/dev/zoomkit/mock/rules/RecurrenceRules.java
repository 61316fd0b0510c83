package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.spec.reader.Json;

/**
 * Series of meetings and webinars: what a recurrence may say, in times of UTC, before anything is
 * made of it.
 */
final class RecurrenceRules implements Rule {

  @Override
  public void check(ResolvedCall call) {
    if (!SessionRules.schedules(call)) {
      return;
    }
    if (SessionRules.makesSessions(call)) {
      check(call, Json.object(), call.location().type());
    } else if (call.subject().isSession()
        && call.location().role() == Role.ITEM
        && call.operation().method().equals("PATCH")
        && call.query("occurrence_id").isMissingNode()) {
      check(call, (ObjectNode) call.subject().data().deepCopy(), call.subject().type());
    }
  }

  /** Holds a session as it would be against what a series can be. */
  private static void check(ResolvedCall call, ObjectNode session, ResourceType type) {
    if (call.body().has("recurrence")) {
      session.remove("recurrence");
    } else if (!session.has("recurrence")) {
      return;
    }
    Json.merge(session, call.body());
    if (session.path("recurrence").isObject()) {
      Occurrences.check(
          session,
          type.name().equals("webinars"),
          call.subject().zone(session.path(TimeZones.NAME)));
    }
  }
}
