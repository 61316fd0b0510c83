package dev.zoomkit.mock.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How anything comes into the mock, with all checks that calls and seeds have. */
public interface Doors {

  /** Lets it be some time for what comes next. */
  void at(Instant time);

  /** Creates what a creating operation takes; returns the ids. */
  List<String> create(String operationId, Map<String, String> path, ObjectNode body);

  /** Carries another operation out; returns the body of its response, or a missing node. */
  JsonNode call(String operationId, Map<String, String> path, ObjectNode body);

  /** Holds a session from its beginning to its end. */
  void hold(Occasion occasion);
}
