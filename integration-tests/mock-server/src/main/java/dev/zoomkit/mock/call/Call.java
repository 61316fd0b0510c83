package dev.zoomkit.mock.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that has passed every check.
 *
 * @param operation what it asks for
 * @param path the path parameters by name; {@code me} already replaced by the user's id
 * @param own whether it came by the own account's path
 * @param query the query parameters that it has, as JSON of their types
 * @param caller the user who authorised the app; null where it acts for no user
 * @param callerAlone whether it acts for that user alone, without a scope of administrators
 * @param body the JSON body, or a multipart body's values with {@code name} and {@code size} of its
 *     file; an empty object where there is none
 */
public record Call(
    DescribedOperation operation,
    Map<String, String> path,
    boolean own,
    ObjectNode query,
    @Nullable String caller,
    boolean callerAlone,
    ObjectNode body) {

  /** A call that acts for no user. */
  public Call(
      DescribedOperation operation,
      Map<String, String> path,
      boolean own,
      ObjectNode query,
      ObjectNode body) {
    this(operation, path, own, query, null, false, body);
  }

  /** A path parameter's value; null where the path has none. */
  public @Nullable String path(String name) {
    return path.get(name);
  }

  /** A query parameter's value; missing where the request has none. */
  public JsonNode query(String name) {
    return query.path(name);
  }
}
