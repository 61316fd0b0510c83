package dev.zoomkit.mock.sampledata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.spec.reader.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the description's examples say of the example things into what holds for the things at
 * hand: where an example names the example webinar, the response names the real one. Works by
 * values, so it needs no list of property names.
 */
public final class Substitutions {
  private static final int SHORTEST_ID = 6;

  private final List<Pair> pairs = new ArrayList<>();
  private final Map<String, String> identities = new LinkedHashMap<>();
  private Predicate<String> strangers = name -> false;

  /**
   * Says that one thing's data stand where the examples have another's; the nearest first, as the
   * first one wins.
   */
  public void data(JsonNode example, JsonNode actual) {
    pairs.add(new Pair(example, actual));
  }

  /** Says what the examples name and is not there, so that nothing at hand may name it. */
  public Substitutions without(Predicate<String> absent) {
    strangers = absent;
    return this;
  }

  /** Says that texts begin in another way than the examples'. */
  public Substitutions named(Map<String, String> beginnings) {
    identities.putAll(beginnings);
    return this;
  }

  /** Says that one name stands where the examples have another; a missing one says nothing. */
  public void name(@Nullable String example, @Nullable String actual) {
    if (example != null && actual != null && !example.isEmpty() && !actual.isEmpty()) {
      identities.putIfAbsent(example, actual);
    }
  }

  /** Adds the substitutions of another, where this one has none. */
  public Substitutions with(Substitutions other) {
    pairs.addAll(other.pairs);
    strangers = other.strangers;
    other.identities.forEach(identities::putIfAbsent);
    return this;
  }

  /** Whether a text is the identity of a thing at hand. */
  boolean names(String text) {
    return identities.containsValue(text);
  }

  /** The identity that stands for an example's value; null where the value is no identity. */
  @Nullable JsonNode identity(JsonNode example) {
    if (!isName(example)) {
      return null;
    }
    String text = example.asText();
    String actual = text.length() < SHORTEST_ID ? null : identities.get(text);
    return actual == null ? null : sameType(example, actual);
  }

  /**
   * What stands for an example's value.
   *
   * @param name the name of the property, empty for the item of an array
   * @return the value, missing where the thing at hand lacks what the example thing has, or the
   *     example names what is not there
   */
  JsonNode of(String name, JsonNode example) {
    if (example.isObject()) {
      ObjectNode object = Json.object();
      for (var field : example.properties()) {
        JsonNode value = of(field.getKey(), field.getValue());
        if (!value.isMissingNode()) {
          object.set(field.getKey(), value);
        }
      }
      return object;
    }
    if (example.isArray()) {
      ArrayNode array = Json.array();
      for (JsonNode item : example) {
        JsonNode value = of("", item);
        if (!value.isMissingNode()) {
          array.add(value);
        }
      }
      return array;
    }
    JsonNode identity = identity(example);
    if (identity != null) {
      return identity;
    }
    for (Pair pair : pairs) {
      if (pair.isShared(name, example)) {
        JsonNode actual = pair.actual.get(name);
        return actual == null ? MissingNode.getInstance() : actual;
      }
    }
    if (isName(example) && isStranger(example.asText())) {
      return MissingNode.getInstance();
    }
    return example.isTextual() ? rewritten(example) : example;
  }

  private boolean isStranger(String name) {
    return name.length() >= SHORTEST_ID && strangers.test(name);
  }

  private static boolean isName(JsonNode example) {
    return example.isTextual() || example.isIntegralNumber();
  }

  private JsonNode rewritten(JsonNode example) {
    String text = example.asText();
    String rewritten = text;
    for (Map.Entry<String, String> identity : identities.entrySet()) {
      String name = identity.getKey();
      if (name.length() >= SHORTEST_ID && name.length() <= rewritten.length()) {
        rewritten = rewritten.replace(name, identity.getValue());
      }
    }
    return rewritten.equals(text) ? example : TextNode.valueOf(rewritten);
  }

  private static JsonNode sameType(JsonNode example, String actual) {
    return example.isIntegralNumber() ? number(example, actual) : TextNode.valueOf(actual);
  }

  private static JsonNode number(JsonNode otherwise, String actual) {
    try {
      long number = Long.parseLong(actual);
      return (int) number == number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    } catch (NumberFormatException noNumber) {
      return otherwise;
    }
  }

  private record Pair(JsonNode example, JsonNode actual) {

    /** Whether the example speaks of the example thing's own property: same name, same value. */
    boolean isShared(String name, JsonNode value) {
      return !name.equals("id") && value.equals(example.get(name));
    }
  }
}
