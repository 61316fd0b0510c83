package dev.zoomkit.mock.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Copies of all that one thing holds, for another that holds nothing yet. */
final class ResourceCopies {
  private final UnaryOperator<ObjectNode> rewrite;
  private final Map<Resource, Resource> copies = new HashMap<>();

  private ResourceCopies(UnaryOperator<ObjectNode> rewrite) {
    this.rewrite = rewrite;
  }

  /**
   * Fills an empty thing.
   *
   * @param rewrite changes each JSON object on the way
   */
  static void fill(Resource empty, Resource from, UnaryOperator<ObjectNode> rewrite) {
    ResourceCopies copying = new ResourceCopies(rewrite);
    copying.copies.put(from, empty);
    copying.fill(empty, from);
  }

  private void fill(Resource copy, Resource original) {
    for (var document : original.documents().entrySet()) {
      copy.documents().put(document.getKey(), rewrite.apply(document.getValue().deepCopy()));
    }
    for (ResourceCollection collection : original.collections()) {
      for (Resource item : collection.items()) {
        Resource itemCopy = copy(item);
        if (itemCopy != null) {
          fill(itemCopy.addTo(), item);
        }
      }
    }
  }

  /**
   * A thing's copy, which is not in its collection yet: the owner of another may come after it.
   * Null where the thing is in nothing that is copied.
   */
  private @Nullable Resource copy(Resource item) {
    Resource known = copies.get(item);
    Resource holder = copies.get(item.parent());
    if (known != null || holder == null) {
      return known;
    }
    Resource owner = item.owner() == null ? null : copy(item.owner());
    ObjectNode data = rewrite.apply(item.data().deepCopy());
    Resource copy = new Resource(item.type(), holder, owner, item.key(), data);
    for (String alias : item.aliases()) {
      copy.alsoKnownAs(alias);
    }
    copies.put(item, copy);
    return copy;
  }
}
