package dev.zoomkit.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.zoomkit.spec.reader.ApiDescription.Found;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a source file, as it stands in the bundle: the way to it in the file, and what was
 * found in the bundle. Two spots of one place are equal.
 */
record Spot(String file, List<String> path, Found found) {

  JsonNode node() {
    return found.node();
  }

  /** The spot below, whose node is missing if there is none. */
  Spot at(String... keys) {
    Spot spot = this;
    for (String key : keys) {
      spot = spot.below(spot.found.to(key));
    }
    return spot;
  }

  /** The entries of a mapping or the items of an array; nothing below any other node. */
  List<Spot> children() {
    return found.children().stream().map(this::below).toList();
  }

  private Spot below(Found child) {
    List<String> longer = new ArrayList<>(path);
    longer.add(child.name());
    return new Spot(file, List.copyOf(longer), child);
  }

  Spot missing() {
    return new Spot(file, path, new Found(found.pointer(), MissingNode.getInstance()));
  }

  boolean exists() {
    return !node().isMissingNode();
  }

  boolean has(String key) {
    return node().has(key);
  }

  /** The text of a key; empty where there is none. */
  String text(String key) {
    return node().path(key).asText();
  }

  boolean isReference() {
    return found.isReference();
  }

  /** Whether this is a reference that leads nowhere, so that nobody knows what is there. */
  boolean isGap() {
    return text("$ref").equals(Bundler.GAP);
  }

  /** Whether this is the whole of a component's or operation's file. */
  boolean isWholeFile() {
    return path.isEmpty();
  }

  String key() {
    return path.isEmpty() ? "" : path.get(path.size() - 1);
  }

  /** The finding's text, behind the place in the file where there is one. */
  String say(String what) {
    return path.isEmpty() ? what : String.join(".", path) + ": " + what;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Spot spot && file.equals(spot.file) && path.equals(spot.path);
  }

  @Override
  public int hashCode() {
    return 31 * file.hashCode() + path.hashCode();
  }
}
