package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One operation of the description. */
public record Operation(String method, String masterPath, JsonNode node) {

  private static final String MASTER_PREFIX = "/accounts/{accountId}";

  public String id() {
    return node.get("operationId").textValue();
  }

  public boolean onOwnAccount() {
    return node.has("x-zoom-own-path");
  }

  boolean onSubAccounts() {
    return masterPath.startsWith(MASTER_PREFIX);
  }

  /** Whether no sub-account has it: its path names none, and own scopes open it. */
  boolean onOwnAccountOnly() {
    return !onSubAccounts() && node.at("/x-zoom-scopes/own").isObject();
  }

  /** The same operation as if sub-accounts had it. */
  Operation belowAccount() {
    return new Operation(method, MASTER_PREFIX + masterPath, node);
  }

  /** The documented statuses, in the description's order. */
  List<String> statuses() {
    List<String> statuses = new ArrayList<>();
    node.get("responses").fieldNames().forEachRemaining(statuses::add);
    return statuses;
  }

  String success() {
    return statuses().stream().filter(status -> status.startsWith("2")).findFirst().get();
  }

  Stream<Path> paths() {
    Path master = new Path(this, segments(masterPath));
    return onOwnAccount()
        ? Stream.of(master, new Path(this, segments(node.get("x-zoom-own-path").textValue())))
        : Stream.of(master);
  }

  /** Whether a request line is that of one of its paths. */
  boolean fits(String actual, String encodedPath) {
    return method.equals(actual) && paths().anyMatch(path -> path.fits(segments(encodedPath)));
  }

  /** The parts of the path: of that for the caller's own account, or of the one proper. */
  List<String> segments(boolean own) {
    return segments(own ? node.get("x-zoom-own-path").textValue() : masterPath);
  }

  boolean reads() {
    return method.equals("GET");
  }

  /** Whether what it does can be changed again, and nothing is read or ends. */
  boolean writes() {
    return hasEffect("write");
  }

  /** Whether nothing is changed by it, and nobody hears of it. */
  boolean onlyReads() {
    return reads() && hasEffect("read") && !notifies();
  }

  boolean destroys() {
    return hasEffect("destroy");
  }

  /** Whether Zoom tells people of it. */
  boolean notifies() {
    return node.has("x-zoom-notifies");
  }

  private boolean hasEffect(String effect) {
    return node.path("x-zoom-effect").asText().equals(effect);
  }

  /** The scopes each of which lets a token call it for some account. */
  Set<String> scopes() {
    return node.path("x-zoom-scopes")
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .flatMap(JsonNode::valueStream)
        .map(JsonNode::textValue)
        .collect(Collectors.toSet());
  }

  /** The rate limit's label, such as {@code LIGHT}. */
  String label() {
    return node.path("x-zoom-rate-limit").asText();
  }

  boolean isPaged() {
    return node.has("x-zoom-paging");
  }

  /** Where its pages have their items, parts with dots between; empty where it has no pages. */
  String items() {
    return node.at("/x-zoom-paging/items").asText();
  }

  /** The items of one of its pages; a missing node where that has none. */
  JsonNode itemsOf(JsonNode page) {
    return page.at("/" + items().replace('.', '/'));
  }

  /** The category that the operation belongs to. */
  public String category() {
    return node.at("/tags/0").textValue();
  }

  @Override
  public String toString() {
    return id();
  }

  static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** One of the paths that an operation has. */
  public record Path(Operation operation, List<String> segments) {

    boolean fits(List<String> actual) {
      if (actual.size() != segments.size()) {
        return false;
      }
      for (int i = 0; i < actual.size(); i++) {
        String template = segments.get(i);
        if (!template.startsWith("{") && !template.equals(actual.get(i))) {
          return false;
        }
      }
      return true;
    }

    long parameters() {
      return segments.stream().filter(segment -> segment.startsWith("{")).count();
    }
  }
}
