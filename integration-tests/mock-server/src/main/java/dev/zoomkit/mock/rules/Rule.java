package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import java.util.List;
import java.util.function.Predicate;

/** What one category does that the description cannot tell. */
interface Rule {

  /**
   * Refuses a call that may not be carried out, and completes what its body says.
   *
   * @throws ErrorResponseException if the call breaks the rule
   */
  default void check(ResolvedCall call) {}

  /** Adjusts a resource that the call has created or changed. */
  default void changed(ResolvedCall call, Resource resource) {}

  /**
   * What a list shows a resource by, as far as no property of it says so; empty where it shows all.
   */
  default List<Predicate<Resource>> selections(ResolvedCall call) {
    return List.of();
  }

  /** Adjusts what a call that reads responds with. */
  default void show(ResolvedCall call, ObjectNode shown) {}

  /** Does what the call does besides. */
  default void after(ResolvedCall call) {}
}
