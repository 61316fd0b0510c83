package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations of our description, by what Zoom may call them. */
final class OurOperations {
  private static final String ACCOUNT = "/accounts/{accountId}";

  private final Map<String, OurOperation> byKey = new HashMap<>();
  private final Map<String, OurOperation> byId = new LinkedHashMap<>();

  OurOperations(ApiDescription description) {
    for (DescribedOperation described : description.operations()) {
      OurOperation operation = new OurOperation(description, described);
      String path = described.path();
      byId.put(described.id(), operation);
      byKey.put(UpstreamOperation.key(operation.method(), path), operation);
      if (path.startsWith(ACCOUNT + "/")) {
        String own = described.ownPath();
        String ordinary = own == null ? path.substring(ACCOUNT.length()) : own;
        byKey.putIfAbsent(UpstreamOperation.key(operation.method(), ordinary), operation);
      }
    }
  }

  /** Method and path, parameters without names, of all of a bundle's operations. */
  static Set<String> keys(JsonNode bundle) {
    return new OurOperations(new ApiDescription(bundle)).byKey.keySet();
  }

  Iterable<OurOperation> all() {
    return byId.values();
  }

  /** The operation that Zoom has by a method and path; null where ours has none. */
  @Nullable OurOperation find(UpstreamOperation upstream) {
    OurOperation same = byKey.get(upstream.key());
    return same == null
        ? byKey.get(UpstreamOperation.key(upstream.method(), upstream.ordinaryPath()))
        : same;
  }
}
