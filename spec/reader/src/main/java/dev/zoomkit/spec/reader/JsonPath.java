package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A query of RFC 9535, but for its functions: names, wildcards, indexes, slices, descendants,
 * several selectors at once, and filters that compare or ask whether something is there. Immutable.
 */
final class JsonPath {
  private final List<Segment> segments;
  private final boolean ofRoot;

  JsonPath(boolean ofRoot, List<Segment> segments) {
    this.ofRoot = ofRoot;
    this.segments = List.copyOf(segments);
  }

  /**
   * Reads a query.
   *
   * @throws IllegalArgumentException if it is none; the message says what was expected, and where
   */
  static JsonPath parse(String text) {
    return new JsonPathReader(text).read();
  }

  /**
   * A node, and how one gets to it.
   *
   * @param location the names and indexes on the way from the root
   */
  record Match(List<String> location, JsonNode node) {
    Match child(String name, JsonNode child) {
      List<String> longer = new ArrayList<>(location);
      longer.add(name);
      return new Match(List.copyOf(longer), child);
    }

    /** What is directly within it, in order. */
    List<Match> children() {
      List<Match> children = new ArrayList<>();
      if (node.isObject()) {
        node.properties().forEach(field -> children.add(child(field.getKey(), field.getValue())));
      } else {
        for (int i = 0; i < node.size(); i++) {
          children.add(child("" + i, node.get(i)));
        }
      }
      return children;
    }
  }

  /** Selectors, for the children of a node alone or for all that is within it. */
  record Segment(boolean descendants, List<Selector> selectors) {
    List<Match> from(Match node, JsonNode root) {
      List<Match> found = new ArrayList<>();
      selectors.forEach(selector -> found.addAll(selector.of(node, root)));
      if (descendants) {
        node.children().forEach(child -> found.addAll(from(child, root)));
      }
      return found;
    }

    boolean isSingular() {
      return !descendants
          && selectors.size() == 1
          && (selectors.get(0) instanceof Name || selectors.get(0) instanceof Index);
    }
  }

  /** Selects some of the children of a node. */
  sealed interface Selector permits Name, Index, Wildcard, Slice, Filter {
    List<Match> of(Match node, JsonNode root);
  }

  record Name(String name) implements Selector {
    @Override
    public List<Match> of(Match match, JsonNode root) {
      JsonNode child = match.node().isObject() ? match.node().get(name) : null;
      return child == null ? List.of() : List.of(match.child(name, child));
    }
  }

  record Index(int index) implements Selector {
    @Override
    public List<Match> of(Match match, JsonNode root) {
      int size = match.node().isArray() ? match.node().size() : 0;
      int at = index < 0 ? size + index : index;
      return at < 0 || at >= size ? List.of() : List.of(match.child("" + at, match.node().get(at)));
    }
  }

  record Wildcard() implements Selector {
    @Override
    public List<Match> of(Match match, JsonNode root) {
      return match.children();
    }
  }

  /** Every so many items of a list; null for what is left out. */
  record Slice(Integer start, Integer end, int step) implements Selector {
    @Override
    public List<Match> of(Match match, JsonNode root) {
      List<Match> found = new ArrayList<>();
      List<Match> all = match.node().isArray() ? match.children() : List.of();
      int size = all.size();
      int first = bound(start, step > 0 ? 0 : size - 1, size);
      int last = bound(end, step > 0 ? size : -size - 1, size);
      if (step > 0) {
        for (int i = Math.max(first, 0); i < Math.min(last, size); i += step) {
          found.add(all.get(i));
        }
      } else if (step < 0) {
        for (int i = Math.min(first, size - 1); i > Math.max(last, -1); i += step) {
          found.add(all.get(i));
        }
      }
      return found;
    }

    private static int bound(Integer given, int otherwise, int size) {
      int bound = given == null ? otherwise : given;
      return bound < 0 ? size + bound : bound;
    }
  }

  /** The children for which a condition on themselves and the root holds. */
  record Filter(BiPredicate<JsonNode, JsonNode> condition) implements Selector {
    @Override
    public List<Match> of(Match match, JsonNode root) {
      return match.children().stream().filter(it -> condition.test(it.node(), root)).toList();
    }
  }

  /** The nodes that it selects, in order; a node can come more than once. */
  List<Match> find(JsonNode root) {
    return find(root, root);
  }

  /** The nodes within a current node of a filter, or within the root. */
  List<Match> find(JsonNode current, JsonNode root) {
    List<Match> found = List.of(new Match(List.of(), ofRoot ? root : current));
    for (Segment segment : segments) {
      List<Match> next = new ArrayList<>();
      found.forEach(match -> next.addAll(segment.from(match, root)));
      found = next;
    }
    return found;
  }

  /** Whether it selects one node at most, whatever the document is. */
  boolean isSingular() {
    return segments.stream().allMatch(Segment::isSingular);
  }

  /** The one node that a singular query selects; missing where there is none. */
  JsonNode value(JsonNode current, JsonNode root) {
    List<Match> found = find(current, root);
    return found.isEmpty() ? MissingNode.getInstance() : found.get(0).node();
  }
}
