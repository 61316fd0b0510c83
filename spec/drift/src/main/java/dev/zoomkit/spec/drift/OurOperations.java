package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The operations of our description, by what Zoom may call them. */
final class OurOperations {
  private final Map<String, DescribedOperation> byKey = new HashMap<>();

  OurOperations(ApiDescription description) {
    for (DescribedOperation operation : description.operations()) {
      String method = operation.method().toLowerCase(java.util.Locale.ROOT);
      byKey.put(UpstreamOperation.key(method, operation.path()), operation);
      String own = operation.ownPath();
      if (own != null) {
        byKey.putIfAbsent(UpstreamOperation.key(method, own), operation);
      } else if (operation.path().startsWith("/accounts/{accountId}/")) {
        String ordinary = operation.path().substring("/accounts/{accountId}".length());
        byKey.putIfAbsent(UpstreamOperation.key(method, ordinary), operation);
      }
    }
  }

  /** Method and path, parameters without names, of all of a bundle's operations. */
  static Set<String> keys(JsonNode bundle) {
    return new OurOperations(new ApiDescription(bundle)).byKey.keySet();
  }
}
