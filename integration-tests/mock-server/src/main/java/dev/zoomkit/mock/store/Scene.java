package dev.zoomkit.mock.store;

import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.model.Kind;
import dev.zoomkit.mock.model.Place;
import dev.zoomkit.mock.sampledata.Likeness;
import java.util.List;

/**
 * A call with the things it is about.
 *
 * @param chain the things its path goes through, the account first
 * @param likeness what stands for the examples' things
 * @param around the same without the thing that the call is about, where it is about one
 * @param touched the things that it has created or changed so far
 */
public record Scene(
    Call call,
    Place place,
    List<Entity> chain,
    Likeness likeness,
    Likeness around,
    List<Entity> touched) {

  /** The innermost thing of the path. */
  public Entity subject() {
    return chain.get(chain.size() - 1);
  }

  /** What holds the collection that the call is about. */
  public Entity holder() {
    return place.role() == Place.Role.OWNED ? chain.get(0) : subject();
  }

  /**
   * The items of the collection that the call is about, as far as they belong to the path's user.
   */
  public List<Entity> members() {
    Kind kind = place.kind();
    if (kind == null) {
      return List.of();
    }
    List<Entity> members = holder().collection(kind.slot());
    return place.role() == Place.Role.OWNED
        ? members.stream().filter(member -> member.owner() == subject()).toList()
        : members;
  }
}
