package dev.zoomkit.spec.diff;

import java.util.Collection;
import java.util.function.Consumer;

/** What one list has and another lacks. */
final class Lists {
  private Lists() {}

  static <T> void compare(
      Collection<T> before, Collection<T> after, Consumer<T> removed, Consumer<T> added) {
    before.stream().filter(it -> !after.contains(it)).forEach(removed);
    after.stream().filter(it -> !before.contains(it)).forEach(added);
  }
}
