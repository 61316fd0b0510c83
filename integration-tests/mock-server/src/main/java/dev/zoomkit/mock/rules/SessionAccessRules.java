package dev.zoomkit.mock.rules;

import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import org.jspecify.annotations.Nullable;

/**
 * Meetings and webinars of others: whose token is a user's alone has the user's own, and those that
 * the user may host as an alternative host or as an assistant of the host.
 */
final class SessionAccessRules implements Rule {
  private static final String NO_ACCESS = "no access to the session";

  private final ResourceStore store;

  SessionAccessRules(ResourceStore store) {
    this.store = store;
  }

  @Override
  public void check(ResolvedCall call) {
    String name = call.call().caller();
    Resource session = call.call().callerAlone() ? call.session() : null;
    if (name == null || session == null || mayHost(store.user(name), session)) {
      return;
    }
    CircumstanceRules.refuse(call.operation(), NO_ACCESS);
    CircumstanceRules.refuse(call.operation(), CircumstanceRules.NO_PERMISSION);
    ResourceType type = session.type();
    throw NotFoundErrors.notFound(call.operation(), type == null ? "" : type.stem(), session.key());
  }

  /** Whether a session is a user's, or nobody's, or the user may host it in the host's place. */
  private static boolean mayHost(@Nullable Resource user, Resource session) {
    Resource host = session.owner();
    if (user == null || host == null || host == user) {
      return true;
    }
    String email = user.data().path("email").asText();
    String others = session.data().path("settings").path("alternative_hosts").asText();
    for (String other : others.split("[;,]")) {
      if (other.trim().equals(user.key()) || other.trim().equalsIgnoreCase(email)) {
        return true;
      }
    }
    return host.find("assistants", user.key()) != null || host.find("assistants", email) != null;
  }
}
