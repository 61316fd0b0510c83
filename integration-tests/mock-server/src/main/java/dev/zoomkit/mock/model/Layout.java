package dev.zoomkit.mock.model;

import dev.zoomkit.mock.description.Content;
import dev.zoomkit.mock.description.Description;
import dev.zoomkit.mock.description.Operation;
import dev.zoomkit.mock.description.Operation.KnownError;
import dev.zoomkit.mock.description.Shape;
import dev.zoomkit.mock.model.Place.Role;
import dev.zoomkit.mock.model.Place.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Infers from paths, methods and answers what Zoom keeps and where.
 *
 * <p>A path is a row of steps (a collection and the parameter that names one of its items) and a
 * rest, the facet. Collections whose items go by the same parameter are one collection seen from
 * several sides: {@code webinars/{webinarId}} is home, {@code past_webinars/{webinarId}} and {@code
 * report/webinars/{webinarId}} are views of the same webinars. A facet is a collection where its
 * items are addressed, listed or deleted by id; the account's collection of the same name where it
 * stands under something else ({@code users/{userId}/webinars}); else a single document, or an
 * action where nothing can be read.
 */
public final class Layout {
  /** The group of the operations on an account itself. */
  private static final String ACCOUNT_ITEM = "accounts|";

  private static final Set<String> PAGE_FIELDS =
      Set.of(
          "next_page_token",
          "page_count",
          "page_number",
          "page_size",
          "total_records",
          "from",
          "to");

  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Map<Operation, Place> places = new LinkedHashMap<>();
  private final Map<Operation, List<KnownError>> errors = new HashMap<>();
  private final Map<String, Place> facets = new HashMap<>();
  private final Map<String, List<Operation>> operations = new HashMap<>();

  public Layout(Description description) {
    List<OperationPath> paths = new ArrayList<>();
    description.operations().forEach(operation -> paths.add(new OperationPath(operation)));
    Map<String, String> homes = homes(paths);
    paths.forEach(path -> path.moveHome(homes));
    paths.forEach(this::addKinds);

    Map<String, Map<String, OperationPath>> groups = new LinkedHashMap<>();
    for (OperationPath path : paths) {
      operations.computeIfAbsent(path.group(), group -> new ArrayList<>()).add(path.operation());
      if (!path.isBatch()) {
        groups
            .computeIfAbsent(path.group(), group -> new LinkedHashMap<>())
            .put(path.operation().method(), path);
      }
    }
    groups.forEach((group, methods) -> facets.put(group, classify(methods, groups)));
    for (OperationPath path : paths) {
      Place facet = facets.get(path.isBatch() ? path.batchedGroup() : path.group());
      places.put(path.operation(), path.place(facet));
    }
    new Views(this).addToKinds();
  }

  /** Where an operation's things live. */
  public Place place(Operation operation) {
    Place place = places.get(operation);
    if (place == null) {
      throw new IllegalArgumentException(operation + " belongs to another description.");
    }
    return place;
  }

  /**
   * What stands under a kind of thing (under the account where it is null) by a name; null where
   * nothing does.
   */
  public @Nullable Place facet(@Nullable Kind parent, String name) {
    return facets.get(OperationPath.group(parent, name));
  }

  /** The kind of the account's collection of a name; null where there is none. */
  public @Nullable Kind kind(String slot) {
    return kinds.get(slot);
  }

  /** The body by which callers write a document; null where they cannot. */
  public @Nullable Content written(Place place) {
    for (Operation operation :
        operations.getOrDefault(OperationPath.group(place.parent(), place.facet()), List.of())) {
      if (operation.request() != null && !operation.method().equals("DELETE")) {
        return operation.request();
      }
    }
    return null;
  }

  /** The answer that shows a document or item; null where none does. */
  public @Nullable Content shown(Place place) {
    for (Operation operation :
        operations.getOrDefault(OperationPath.group(place.parent(), place.facet()), List.of())) {
      if (operation.method().equals("GET")) {
        return operation.answer();
      }
    }
    return null;
  }

  /** The schemas that tell what a test may say of what an operation creates or lists. */
  public List<Shape> shapes(Operation operation) {
    Place place = place(operation);
    List<Shape> shapes = new ArrayList<>();
    if (operation.request() != null) {
      shapes.add(operation.request().shape());
    }
    if (place.kind() != null) {
      place.kind().views().forEach(view -> shapes.add(view.shape()));
    }
    return shapes;
  }

  /**
   * The errors of an operation, the weightiest first. What a creating operation's rows leave out,
   * those of the others that write into the same collection say for it.
   */
  public List<KnownError> errors(Operation operation) {
    return errors.computeIfAbsent(operation, this::errorsOfAllWriters);
  }

  private List<KnownError> errorsOfAllWriters(Operation operation) {
    List<KnownError> rows = new ArrayList<>(operation.errors());
    Kind kind = place(operation).kind();
    if (kind != null && operation.method().equals("POST")) {
      places.forEach(
          (other, place) -> {
            boolean writes = List.of("POST", "PATCH").contains(other.method());
            if (writes && place.kind() == kind && other != operation) {
              other.errors().stream()
                  .filter(row -> operation.documents(row.status()))
                  .forEach(rows::add);
            }
          });
    }
    rows.sort(Comparator.comparing(row -> row.status() != 409));
    return List.copyOf(rows);
  }

  public Collection<Kind> kinds() {
    return kinds.values();
  }

  public Map<Operation, Place> places() {
    return places;
  }

  /** For each outermost collection the one that its items are at home in. */
  private static Map<String, String> homes(List<OperationPath> paths) {
    Map<String, Set<String>> slotsByParameter = new LinkedHashMap<>();
    Set<String> changed = new TreeSet<>();
    for (OperationPath path : paths) {
      boolean reads = path.operation().method().equals("GET");
      if (!path.slots().isEmpty()) {
        slotsByParameter
            .computeIfAbsent(path.parameters().get(0), parameter -> new TreeSet<>(shortestFirst()))
            .add(path.slots().get(0));
        if (!reads && path.slots().size() == 1 && path.facet().isEmpty()) {
          changed.add(path.slots().get(0));
        }
      } else if (path.operation().method().equals("POST")) {
        changed.add(path.facet());
      }
    }
    Map<String, String> homes = new HashMap<>();
    for (Set<String> slots : slotsByParameter.values()) {
      String first =
          slots.stream().filter(changed::contains).findFirst().orElse(slots.iterator().next());
      for (String slot : slots) {
        homes.putIfAbsent(slot, changed.contains(slot) ? slot : first);
      }
    }
    return homes;
  }

  private static Comparator<String> shortestFirst() {
    return Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
  }

  private void addKinds(OperationPath path) {
    Kind parent = null;
    for (int i = 0; i < path.slots().size(); i++) {
      parent = kind(parent, path.slots().get(i));
      parent.nameItemsBy(path.parameters().get(i));
      path.addStep(new Step(parent, path.parameters().get(i)));
    }
  }

  private Kind kind(@Nullable Kind parent, String slot) {
    Kind fresh = new Kind(slot, parent);
    Kind known = kinds.putIfAbsent(fresh.toString(), fresh);
    return known == null ? fresh : known;
  }

  private @Nullable Kind knownKind(@Nullable Kind parent, String slot) {
    return kinds.get(new Kind(slot, parent).toString());
  }

  /** The role of the facet that a group of operations shares. */
  private Place classify(
      Map<String, OperationPath> methods, Map<String, Map<String, OperationPath>> groups) {
    OperationPath path = methods.values().iterator().next();
    Kind parent = path.parent();
    if (path.facet().isEmpty()) {
      return path.place(Role.ITEM, parent, null);
    }
    Kind addressed = knownKind(parent, path.facet());
    Kind account = knownKind(null, path.facet());
    boolean addressedAtHome = account != null && !account.parameter().isEmpty();
    boolean owned = addressed == null && parent != null && addressedAtHome;
    String stem = addressed != null ? addressed.stem() : owned ? account.stem() : path.facet();
    OperationPath get = methods.get("GET");
    String items = get == null ? null : items(get, stem, methods);
    if (owned) {
      return path.place(Role.OWNED, account, items);
    }
    Shape shown = shownBy(path, groups);
    boolean collection =
        get != null
            ? items != null
            : addressed != null || deletesByIds(methods) || shown != null && shown.isTable();
    if (collection) {
      return path.place(Role.COLLECTION, kind(parent, path.facet()), items);
    }
    boolean readable =
        get != null
            || shown != null && shown.isObject()
            || methods.containsKey("POST") && methods.containsKey("DELETE");
    return path.place(readable ? Role.DOCUMENT : Role.ACTION, null, null);
  }

  /** The property by which the enclosing document or item shows a facet; null where it does not. */
  private static @Nullable Shape shownBy(
      OperationPath path, Map<String, Map<String, OperationPath>> groups) {
    int slash = path.facet().lastIndexOf('/');
    String outerFacet = slash < 0 ? "" : path.facet().substring(0, slash);
    String outer =
        path.parent() == null && slash < 0
            ? ACCOUNT_ITEM
            : OperationPath.group(path.parent(), outerFacet);
    OperationPath get = groups.getOrDefault(outer, Map.of()).get("GET");
    Content answer = get == null ? null : get.operation().answer();
    return answer == null ? null : answer.shape().property(path.facet().substring(slash + 1));
  }

  private static boolean deletesByIds(Map<String, OperationPath> methods) {
    OperationPath delete = methods.get("DELETE");
    return delete != null && delete.operation().idsParameter() != null;
  }

  /** The path of the array in a list's answer; null where the answer is no list. */
  private static @Nullable String items(
      OperationPath path, String stem, Map<String, OperationPath> methods) {
    Content answer = path.operation().answer();
    boolean writtenAsWhole =
        !methods.containsKey("POST")
            && (methods.containsKey("PATCH") || methods.containsKey("PUT"));
    if (path.operation().pagedItems() != null || answer == null || writtenAsWhole) {
      return path.operation().pagedItems();
    }
    Shape shape = answer.shape();
    List<String> tables = new ArrayList<>();
    for (String name : shape.names()) {
      Shape property = shape.property(name);
      if (property != null && property.isTable()) {
        tables.add(name);
      }
    }
    for (String table : tables) {
      if (table.equals(path.word())) {
        return table;
      }
    }
    for (String table : tables) {
      if (table.startsWith(stem)) {
        return table;
      }
    }
    boolean nothingElse =
        shape.names().stream()
            .allMatch(name -> tables.contains(name) || PAGE_FIELDS.contains(name));
    return tables.size() == 1 && (path.operation().isMarkedAsList() || nothingElse)
        ? tables.get(0)
        : null;
  }
}
