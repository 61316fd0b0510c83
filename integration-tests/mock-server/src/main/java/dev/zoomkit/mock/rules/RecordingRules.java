package dev.zoomkit.mock.rules;

import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;

/** Recordings: those of a meeting are one resource with files in it, and not an empty list. */
final class RecordingRules implements Rule {

  @Override
  public void check(ResolvedCall call) {
    ResourceType type = call.location().type();
    boolean whole = call.location().role() == Role.COLLECTION && call.members().isEmpty();
    if (whole && type != null && type.toString().equals("meetings/*/recordings")) {
      throw NotFoundErrors.notFound(call.operation(), "recording", call.subject().key());
    }
  }
}
