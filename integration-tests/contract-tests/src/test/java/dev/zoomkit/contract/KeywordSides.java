package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Values at a keyword: those that it lets through, and those that it refuses.
 *
 * @param each whether each of the good ones has to be accepted; else one of them suffices, because
 *     what exists may forbid another
 */
record KeywordSides(List<JsonNode> good, List<JsonNode> bad, boolean each) {

  static KeywordSides of(JsonNode good, JsonNode bad) {
    return new KeywordSides(List.of(good), List.of(bad), false);
  }
}
