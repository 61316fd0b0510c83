package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.Request;
import okhttp3.Response;

/** A mock that takes a PATCH for the whole: what the request does not name is gone afterwards. */
final class ReplacingFault implements Fault {

  private final Faults faults;
  private final Operation patch;
  private final Set<String> writable;
  private Set<String> gone = Set.of();

  ReplacingFault(BundledDescription description, Faults faults, Operation patch) {
    this.faults = faults;
    this.patch = patch;
    this.writable = description.properties(description.requestSchema(patch)).keySet();
  }

  @Override
  public Response response(Request request, Response response) {
    if (faults.isOf(patch, request)) {
      gone = new TreeSet<>(writable);
      Faults.json(request).fieldNames().forEachRemaining(gone::remove);
      return response;
    }
    boolean reads =
        faults
            .of(request)
            .filter(each -> each.reads() && each.masterPath().equals(patch.masterPath()))
            .isPresent();
    JsonNode body = Faults.json(response).deepCopy();
    return reads
            && body instanceof ObjectNode object
            && object.properties().stream().anyMatch(field -> gone.contains(field.getKey()))
        ? Bodies.with(response, response.code(), object.remove(gone))
        : response;
  }
}
