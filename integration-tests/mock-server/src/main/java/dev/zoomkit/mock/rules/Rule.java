package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What one category does that the description cannot tell. */
interface Rule {

  /**
   * Refuses a call that may not be carried out, and completes what its body says.
   *
   * @throws ErrorResponseException if the call breaks the rule
   */
  default void check(ResolvedCall call) {}

  /**
   * Does what a call writes, in place of what would be done for any operation alike.
   *
   * @return whether it has
   */
  default boolean carriesOut(ResolvedCall call) {
    return false;
  }

  /** Adjusts a resource that the call has created or changed. */
  default void changed(ResolvedCall call, Resource resource) {}

  /** Makes of a user who is like the examples' first one somebody new to the account. */
  default void joins(Resource account, Resource user) {}

  /**
   * What a list shows a resource by, as far as no property of it says so; empty where it shows all.
   */
  default List<Predicate<Resource>> selections(ResolvedCall call) {
    return List.of();
  }

  /** Adjusts what a call that reads responds with. */
  default void show(ResolvedCall call, ObjectNode shown) {}

  /** What a list has instead of the resources that are kept for it; they themselves mostly. */
  default List<Resource> listed(ResolvedCall call, List<Resource> kept) {
    return kept;
  }

  /**
   * What is known of what a response tells of, but for its list, by the names that responses have
   * for it; null where no more is known than the examples have.
   */
  default @Nullable JsonNode facts(ResolvedCall call) {
    return null;
  }

  /** Does what the call does besides. */
  default void after(ResolvedCall call) {}
}
