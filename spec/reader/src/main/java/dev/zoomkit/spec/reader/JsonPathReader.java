package dev.zoomkit.spec.reader;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.JsonPath.Segment;
import dev.zoomkit.spec.reader.JsonPath.Selector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@link JsonPath} from left to right. */
final class JsonPathReader {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern COMPARISON = Pattern.compile("==|!=|<=|>=|<|>");
  private static final Pattern QUOTED =
      Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|[bfnrt/\\\\'\"])");

  private final String text;
  private int at;

  JsonPathReader(String text) {
    this.text = text;
  }

  JsonPath read() {
    if (!takes("$")) {
      throw expected("$");
    }
    JsonPath path = new JsonPath(true, segments());
    if (at < text.length()) {
      throw expected(". or [ or the end");
    }
    return path;
  }

  private List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    while (true) {
      int before = at;
      blanks();
      if (takes("..")) {
        segments.add(new Segment(true, text.startsWith("[", at) ? bracket() : dotted()));
      } else if (takes(".")) {
        segments.add(new Segment(false, dotted()));
      } else if (text.startsWith("[", at)) {
        segments.add(new Segment(false, bracket()));
      } else {
        at = before;
        return segments;
      }
    }
  }

  private List<Selector> dotted() {
    if (takes("*")) {
      return List.of(new JsonPath.Wildcard());
    }
    String name = token(NAME);
    if (name == null) {
      throw expected("a name or *");
    }
    return List.of(new JsonPath.Name(name));
  }

  private List<Selector> bracket() {
    List<Selector> selectors = new ArrayList<>();
    takes("[");
    do {
      blanks();
      selectors.add(selector());
      blanks();
    } while (takes(","));
    require("]");
    return selectors;
  }

  private Selector selector() {
    String name = quoted();
    if (name != null) {
      return new JsonPath.Name(name);
    } else if (takes("*")) {
      return new JsonPath.Wildcard();
    } else if (takes("?")) {
      return new JsonPath.Filter(either());
    }
    Integer start = integer();
    blanks();
    if (!takes(":")) {
      if (start == null) {
        throw expected("a name in quotes, *, ?, or a number");
      }
      return new JsonPath.Index(start);
    }
    blanks();
    Integer end = integer();
    blanks();
    Integer step = null;
    if (takes(":")) {
      blanks();
      step = integer();
    }
    return new JsonPath.Slice(start, end, step == null ? 1 : step);
  }

  private @Nullable Integer integer() {
    int start = at;
    String digits = token(INTEGER);
    try {
      return digits == null ? null : Integer.valueOf(digits);
    } catch (NumberFormatException large) {
      at = start;
      throw expected("a number of 32 bits");
    }
  }

  private BiPredicate<JsonNode, JsonNode> either() {
    BiPredicate<JsonNode, JsonNode> condition = both();
    blanks();
    while (takes("||")) {
      condition = condition.or(both());
      blanks();
    }
    return condition;
  }

  private BiPredicate<JsonNode, JsonNode> both() {
    BiPredicate<JsonNode, JsonNode> condition = condition();
    blanks();
    while (takes("&&")) {
      condition = condition.and(condition());
      blanks();
    }
    return condition;
  }

  private BiPredicate<JsonNode, JsonNode> condition() {
    blanks();
    boolean not = takes("!");
    blanks();
    if (takes("(")) {
      BiPredicate<JsonNode, JsonNode> inner = either();
      blanks();
      require(")");
      return not ? inner.negate() : inner;
    }
    JsonPath query = query();
    BiFunction<JsonNode, JsonNode, JsonNode> left = query == null ? literal() : query::value;
    blanks();
    String comparison = token(COMPARISON);
    if (comparison == null) {
      if (query == null) {
        throw expected("a comparison");
      }
      return (current, root) -> query.find(current, root).isEmpty() == not;
    }
    requireSingular(query);
    blanks();
    JsonPath other = query();
    BiFunction<JsonNode, JsonNode, JsonNode> right = other == null ? literal() : other::value;
    requireSingular(other);
    if (not) {
      throw expected("parentheses behind !");
    }
    return (current, root) ->
        compare(left.apply(current, root), comparison, right.apply(current, root));
  }

  private void requireSingular(@Nullable JsonPath query) {
    if (query != null && !query.isSingular()) {
      throw expected("a query for one value in a comparison");
    }
  }

  private @Nullable JsonPath query() {
    boolean root = text.startsWith("$", at);
    return takes("$") || takes("@") ? new JsonPath(root, segments()) : null;
  }

  private BiFunction<JsonNode, JsonNode, JsonNode> literal() {
    String quoted = quoted();
    JsonNode value = quoted == null ? null : Json.object().textNode(quoted);
    for (String word : List.of("true", "false", "null")) {
      value = value == null && takes(word) ? Json.parse(word) : value;
    }
    String number = value == null ? token(NUMBER) : null;
    JsonNode literal = number == null ? value : Json.parse(number);
    if (literal == null) {
      throw expected("@, $ or a value; functions are not read");
    }
    return (current, root) -> literal;
  }

  private static boolean compare(JsonNode left, String comparison, JsonNode right) {
    return switch (comparison) {
      case "==" -> same(left, right);
      case "!=" -> !same(left, right);
      case "<" -> less(left, right);
      case ">" -> less(right, left);
      case "<=" -> less(left, right) || same(left, right);
      default -> less(right, left) || same(left, right);
    };
  }

  private static boolean same(JsonNode left, JsonNode right) {
    return left.isNumber() && right.isNumber()
        ? number(left).compareTo(number(right)) == 0
        : left.equals(right);
  }

  private static boolean less(JsonNode left, JsonNode right) {
    return left.isNumber() && right.isNumber()
        ? number(left).compareTo(number(right)) < 0
        : left.isTextual() && right.isTextual() && left.asText().compareTo(right.asText()) < 0;
  }

  private static BigDecimal number(JsonNode node) {
    return new BigDecimal(node.asText());
  }

  private @Nullable String quoted() {
    Matcher matcher = QUOTED.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    String inner = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return ESCAPE.matcher(inner).replaceAll(it -> Matcher.quoteReplacement(escaped(it.group(1))));
  }

  private static String escaped(String code) {
    return switch (code.charAt(0)) {
      case 'u' -> Character.toString(Integer.parseInt(code.substring(1), 16));
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      default -> code;
    };
  }

  private @Nullable String token(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher.group();
  }

  private boolean takes(String word) {
    boolean there = text.startsWith(word, at);
    at += there ? word.length() : 0;
    return there;
  }

  private void require(String word) {
    if (!takes(word)) {
      throw expected(word);
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException(
        "expected %s at character %d of %s".formatted(what, at + 1, text));
  }
}
