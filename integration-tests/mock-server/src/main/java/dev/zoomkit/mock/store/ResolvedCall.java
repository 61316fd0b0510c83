package dev.zoomkit.mock.store;

import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.Substitutions;
import java.util.List;

/**
 * A call with the things it is about.
 *
 * @param chain the things its path goes through, the account first
 * @param substitutions what stands for the examples' things
 * @param around the same without the thing that the call is about, where it is about one
 * @param affected the things that it has created or changed so far
 */
public record ResolvedCall(
    Call call,
    ResourceLocation location,
    List<Resource> chain,
    Substitutions substitutions,
    Substitutions around,
    List<Resource> affected) {

  /** The innermost thing of the path. */
  public Resource subject() {
    return chain.get(chain.size() - 1);
  }

  /** What holds the collection that the call is about. */
  public Resource holder() {
    return location.role() == ResourceLocation.Role.OWNED ? chain.get(0) : subject();
  }

  /**
   * The items of the collection that the call is about, as far as they belong to the path's user.
   */
  public List<Resource> members() {
    ResourceType type = location.type();
    if (type == null) {
      return List.of();
    }
    List<Resource> members = holder().collection(type.name());
    return location.role() == ResourceLocation.Role.OWNED
        ? members.stream().filter(member -> member.owner() == subject()).toList()
        : members;
  }
}
