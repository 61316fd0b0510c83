package dev.zoomkit.scope;

import dev.zoomkit.annotation.ScopeSet;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.scope.ScopeRecorder.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The smallest sets of scopes that suffice for some operations: one of classic and one of granular
 * scopes, because an app has one of the two generations. For each operation any one scope of its
 * list suffices; no smaller set does for all. Of several smallest sets it is the narrowest: the one
 * whose scopes open the fewest operations, and then the first in the alphabet.
 *
 * <p>An app of one user gets scopes of one user; any other app gets those with {@code :admin} and
 * {@code :master}, because it acts on other users. Where an operation has no scope of that sort,
 * the others count. Immutable.
 */
public final class NeededScopes {

  private final List<String> classic;
  private final List<String> granular;
  private final List<String> withoutClassic;
  private final List<String> withoutGranular;
  private final List<String> unused;

  NeededScopes(AppKind appKind, Set<Use> uses, Set<String> held) {
    Predicate<String> fits =
        appKind == AppKind.USER_LEVEL ? NeededScopes::isOfUser : scope -> !isOfUser(scope);
    classic = smallest(uses, ScopeSet::classic, fits);
    granular = smallest(uses, ScopeSet::granular, fits);
    withoutClassic = without(uses, ScopeSet::classic);
    withoutGranular = without(uses, ScopeSet::granular);
    Set<String> idle = new TreeSet<>(held);
    uses.forEach(use -> idle.removeAll(use.operation().sufficientScopes(use.ownAccount())));
    unused = List.copyOf(idle);
  }

  /** What an app with classic scopes needs, in the order of the alphabet. Immutable. */
  public List<String> classic() {
    return classic;
  }

  /** What an app with granular scopes needs, in the order of the alphabet. Immutable. */
  public List<String> granular() {
    return granular;
  }

  /** The operations for which no classic scope is known; {@link #classic()} is not for them. */
  public List<String> withoutClassic() {
    return withoutClassic;
  }

  /** The operations for which no granular scope is known; {@link #granular()} is not for them. */
  public List<String> withoutGranular() {
    return withoutGranular;
  }

  /**
   * What the tokens of the recorded calls hold and no recorded call can use, in the order of the
   * alphabet; empty where no token was seen. Immutable.
   */
  public List<String> unused() {
    return unused;
  }

  /** All of it, one scope a line, to be pasted into the app's settings. */
  @Override
  public String toString() {
    return Stream.of(
            paragraph("Classic scopes:", classic),
            paragraph("No classic scope is known for:", withoutClassic),
            paragraph("Granular scopes:", granular),
            paragraph("No granular scope is known for:", withoutGranular),
            paragraph("Held and never used:", unused))
        .filter(text -> !text.isEmpty())
        .reduce((one, next) -> one + "\n" + next)
        .orElse("No scopes.");
  }

  private static String paragraph(String title, List<String> lines) {
    return lines.isEmpty() ? "" : title + "\n  " + String.join("\n  ", lines);
  }

  private static List<String> smallest(
      Set<Use> uses, Function<ScopeSet, String[]> generation, Predicate<String> fits) {
    List<Set<String>> lists = new ArrayList<>();
    for (Use use : uses) {
      Set<String> all = new HashSet<>(scopes(use, generation));
      Set<String> fitting = new HashSet<>(all);
      fitting.removeIf(fits.negate());
      if (!all.isEmpty()) {
        lists.add(fitting.isEmpty() ? all : fitting);
      }
    }
    return List.copyOf(new SmallestSet(KnownOperations::breadth).of(lists));
  }

  private static List<String> without(Set<Use> uses, Function<ScopeSet, String[]> generation) {
    return uses.stream()
        .filter(use -> scopes(use, generation).isEmpty())
        .map(use -> use.operation().name())
        .distinct()
        .sorted()
        .toList();
  }

  private static Collection<String> scopes(Use use, Function<ScopeSet, String[]> generation) {
    ScopeSet scopes = use.operation().scopes(use.ownAccount());
    return scopes == null ? List.of() : Arrays.asList(generation.apply(scopes));
  }

  /** Zoom's scopes say so at their end where they are for more than one user. */
  private static boolean isOfUser(String scope) {
    return !scope.endsWith(":admin") && !scope.endsWith(":master");
  }
}
