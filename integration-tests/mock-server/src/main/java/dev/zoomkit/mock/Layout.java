package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Kind.View;
import dev.zoomkit.mock.Place.Role;
import dev.zoomkit.mock.Place.Step;
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
final class Layout {
  private static final String ACCOUNT = "/accounts/{accountId}/";
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
  private final Map<String, Place> facets = new HashMap<>();
  private final Map<String, List<Operation>> operations = new HashMap<>();

  Layout(Description description) {
    List<Path> paths = new ArrayList<>();
    description.operations().forEach(operation -> paths.add(new Path(operation)));
    Map<String, String> homes = homes(paths);
    paths.forEach(path -> path.moveHome(homes));
    paths.forEach(this::addKinds);

    Map<String, Map<String, Path>> groups = new LinkedHashMap<>();
    for (Path path : paths) {
      operations.computeIfAbsent(path.group(), group -> new ArrayList<>()).add(path.operation);
      if (!path.isBatch()) {
        groups
            .computeIfAbsent(path.group(), group -> new LinkedHashMap<>())
            .put(path.operation.method(), path);
      }
    }
    groups.forEach((group, methods) -> facets.put(group, classify(methods, groups)));
    for (Path path : paths) {
      Place facet = facets.get(path.isBatch() ? path.batchedGroup() : path.group());
      places.put(path.operation, path.place(facet));
    }
    addViews();
  }

  /** Where an operation's things live. */
  Place place(Operation operation) {
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
  @Nullable Place facet(@Nullable Kind parent, String name) {
    return facets.get(group(parent, name));
  }

  /** The kind of the account's collection of a name; null where there is none. */
  @Nullable Kind kind(String slot) {
    return kinds.get(slot);
  }

  /** The body by which callers write a document; null where they cannot. */
  @Nullable Content written(Place place) {
    for (Operation operation :
        operations.getOrDefault(group(place.parent(), place.facet()), List.of())) {
      if (operation.request() != null && !operation.method().equals("DELETE")) {
        return operation.request();
      }
    }
    return null;
  }

  /** The answer that shows a document or item; null where none does. */
  @Nullable Content shown(Place place) {
    for (Operation operation :
        operations.getOrDefault(group(place.parent(), place.facet()), List.of())) {
      if (operation.method().equals("GET")) {
        return operation.answer();
      }
    }
    return null;
  }

  Collection<Kind> kinds() {
    return kinds.values();
  }

  Map<Operation, Place> places() {
    return places;
  }

  private static String group(@Nullable Kind parent, String facet) {
    return (parent == null ? "" : parent.toString()) + "|" + facet;
  }

  /** For each outermost collection the one that its items are at home in. */
  private static Map<String, String> homes(List<Path> paths) {
    Map<String, Set<String>> slotsByParameter = new LinkedHashMap<>();
    Set<String> changed = new TreeSet<>();
    for (Path path : paths) {
      boolean reads = path.operation.method().equals("GET");
      if (!path.slots.isEmpty()) {
        slotsByParameter
            .computeIfAbsent(path.parameters.get(0), parameter -> new TreeSet<>(shortestFirst()))
            .add(path.slots.get(0));
        if (!reads && path.slots.size() == 1 && path.facet.isEmpty()) {
          changed.add(path.slots.get(0));
        }
      } else if (path.operation.method().equals("POST")) {
        changed.add(path.facet);
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

  private void addKinds(Path path) {
    Kind parent = null;
    for (int i = 0; i < path.slots.size(); i++) {
      parent = kind(parent, path.slots.get(i));
      parent.nameItemsBy(path.parameters.get(i));
      path.steps.add(new Step(parent, path.parameters.get(i)));
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
  private Place classify(Map<String, Path> methods, Map<String, Map<String, Path>> groups) {
    Path path = methods.values().iterator().next();
    Kind parent = path.parent();
    if (path.facet.isEmpty()) {
      return path.place(Role.ITEM, parent, null);
    }
    Kind addressed = knownKind(parent, path.facet);
    Kind account = knownKind(null, path.facet);
    boolean owned = addressed == null && parent != null && account != null;
    String stem = addressed != null ? addressed.stem() : owned ? account.stem() : path.facet;
    Path get = methods.get("GET");
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
      return path.place(Role.COLLECTION, kind(parent, path.facet), items);
    }
    boolean readable =
        get != null
            || shown != null && shown.isObject()
            || methods.containsKey("POST") && methods.containsKey("DELETE");
    return path.place(readable ? Role.DOCUMENT : Role.ACTION, null, null);
  }

  /** The property by which the enclosing document or item shows a facet; null where it does not. */
  private static @Nullable Shape shownBy(Path path, Map<String, Map<String, Path>> groups) {
    int slash = path.facet.lastIndexOf('/');
    String outer = path.parent() + "|" + (slash < 0 ? "" : path.facet.substring(0, slash));
    if (path.parent() == null) {
      outer = slash < 0 ? "accounts|" : outer.replace("null|", "|");
    }
    Path get = groups.getOrDefault(outer, Map.of()).get("GET");
    Content answer = get == null ? null : get.operation.answer();
    return answer == null ? null : answer.shape().property(path.facet.substring(slash + 1));
  }

  private static boolean deletesByIds(Map<String, Path> methods) {
    Path delete = methods.get("DELETE");
    return delete != null && delete.operation.idsParameter() != null;
  }

  /** The path of the array in a list's answer; null where the answer is no list. */
  private static @Nullable String items(Path path, String stem, Map<String, Path> methods) {
    Content answer = path.operation.answer();
    boolean writtenAsWhole =
        !methods.containsKey("POST")
            && (methods.containsKey("PATCH") || methods.containsKey("PUT"));
    if (path.operation.pagedItems() != null || answer == null || writtenAsWhole) {
      return path.operation.pagedItems();
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
    return tables.size() == 1 && (path.operation.isMarkedAsList() || nothingElse)
        ? tables.get(0)
        : null;
  }

  /**
   * Tells each kind how its items are shown: by themselves, then as rows, as created, and within
   * other answers.
   */
  private void addViews() {
    places.forEach(
        (operation, place) -> {
          if (place.role() == Role.ITEM && operation.method().equals("GET")) {
            addView(place.kind(), operation.answer(), null, false);
          }
        });
    places.forEach(
        (operation, place) -> {
          if (operation.method().equals("GET")
              && place.items() != null
              && place.role() != Role.ITEM) {
            addView(place.kind(), operation.answer(), place.items(), false);
          }
        });
    places.forEach(
        (operation, place) -> {
          Content answer = operation.answer();
          if (operation.method().equals("GET") && answer != null) {
            for (String name : answer.shape().names()) {
              Place inner = facet(place.parent(), place.facetWithin(name));
              if (inner != null && inner.role() == Role.COLLECTION && isTable(answer, name)) {
                addView(inner.kind(), answer, name, false);
              }
            }
          }
        });
    places.forEach(
        (operation, place) -> {
          if (operation.method().equals("POST")
              && place.kind() != null
              && place.role() != Role.ITEM) {
            Content request = operation.request();
            boolean several = request != null && place.kind().tableIn(request.shape()) != null;
            if (request != null && !several) {
              place.kind().createBy(request.shape());
            }
            Content answer = operation.answer();
            String items = answer == null ? null : place.kind().tableIn(answer.shape());
            if (!several || items != null) {
              addView(place.kind(), answer, several ? items : null, true);
            }
          }
        });
  }

  static boolean isTable(Content content, String name) {
    Shape property = content.shape().property(name);
    return property != null && property.isTable();
  }

  private static void addView(
      @Nullable Kind kind, @Nullable Content answer, @Nullable String items, boolean created) {
    if (kind == null || answer == null) {
      return;
    }
    if (items == null) {
      kind.add(new View(answer.shape(), answer.examples(), created));
      return;
    }
    List<JsonNode> rows = new ArrayList<>();
    answer.examples().forEach(example -> Json.at(example, items).forEach(rows::add));
    kind.add(new View(answer.shape().rows(items), rows, created));
  }

  /** An operation's path, cut into steps and facet. */
  private static final class Path {
    private final Operation operation;
    private final boolean atRoot;
    private final List<String> slots = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private String facet;

    Path(Operation operation) {
      this.operation = operation;
      this.atRoot = !operation.path().startsWith(ACCOUNT);
      String path = operation.path().substring(atRoot ? 1 : ACCOUNT.length());
      List<String> words = new ArrayList<>();
      for (String segment : path.split("/")) {
        if (segment.startsWith("{")) {
          slots.add(String.join("/", words));
          parameters.add(segment.substring(1, segment.length() - 1));
          words.clear();
        } else {
          words.add(segment);
        }
      }
      this.facet = String.join("/", words);
    }

    /**
     * Where the first collection is a mere view, goes on from its home and keeps the view's name
     * with what follows.
     */
    void moveHome(Map<String, String> homes) {
      if (slots.isEmpty() || homes.get(slots.get(0)).equals(slots.get(0))) {
        return;
      }
      String view = slots.get(0);
      slots.set(0, homes.get(view));
      if (slots.size() > 1) {
        slots.set(1, view + ">" + slots.get(1));
      } else {
        facet = facet.isEmpty() ? view : view + ">" + facet;
      }
    }

    @Nullable Kind parent() {
      return steps.isEmpty() ? null : steps.get(steps.size() - 1).kind();
    }

    String word() {
      return facet.substring(Math.max(facet.lastIndexOf('/'), facet.lastIndexOf('>')) + 1);
    }

    String group() {
      return Layout.group(parent(), facet);
    }

    boolean isBatch() {
      return operation.method().equals("POST") && word().startsWith("batch_");
    }

    /**
     * The collection that a batch is added to: {@code registrants} for {@code batch_registrants}.
     */
    String batchedGroup() {
      return Layout.group(
          parent(),
          facet.substring(0, facet.length() - word().length())
              + word().substring("batch_".length()));
    }

    Place place(Role role, @Nullable Kind kind, @Nullable String items) {
      return new Place(atRoot, List.copyOf(steps), role, kind, facet, items);
    }

    Place place(@Nullable Place shared) {
      return shared == null
          ? place(Role.ACTION, null, null)
          : new Place(
              atRoot,
              List.copyOf(steps),
              shared.role(),
              shared.kind(),
              shared.facet(),
              shared.items());
    }
  }
}
