package dev.zoomkit.mock.realism;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import java.util.List;
import java.util.Set;

/** Deviations of a success: its status, its shape, its page fields. */
final class Successes {
  private static final List<String> PAGE_FIELDS = List.of("page_count", "page_number");
  private static final Set<String> BARE = Set.of("PATCH", "PUT", "DELETE");
  private static final int NO_CONTENT = 204;

  private final Set<Kind> kinds;
  private final Chance chance;
  private final Set<String> kept;

  Successes(Set<Kind> kinds, Chance chance, Set<String> kept) {
    this.kinds = kinds;
    this.chance = chance;
    this.kept = kept;
  }

  Response changed(Call call, Response response) {
    DescribedOperation operation = call.operation();
    if (kinds.contains(Kind.BARE_SUCCESSES) && BARE.contains(operation.method())) {
      return Response.empty(NO_CONTENT);
    }
    Content content = operation.response();
    if (content != null && Json.parse(response.text()) instanceof ObjectNode body) {
      change(call, content, body);
      return response.withText(Json.text(body));
    }
    return kinds.contains(Kind.CODE_ZERO) && response.length() == 0 && response.status() == 200
        ? Response.json(200, withCode(Json.object()))
        : response;
  }

  private void change(Call call, Content content, ObjectNode body) {
    DescribedOperation operation = call.operation();
    if (kinds.contains(Kind.ABSENT_PAGE_FIELDS) && operation.pagedItems() != null) {
      page(call, body, operation.pagedItems());
    }
    new Values(kinds, chance, kept, operation).change(body, content.schema(), operation.id());
    if (kinds.contains(Kind.CODE_ZERO) && !content.schema().has("code")) {
      withCode(body);
    }
  }

  private static ObjectNode withCode(ObjectNode body) {
    return body.put("code", 0).put("error_message", "success");
  }

  /** Some lists never have the fields, the others have them on the first page alone. */
  private void page(Call call, ObjectNode body, String items) {
    int dot = items.lastIndexOf('.');
    if (!((dot < 0 ? body : Json.at(body, items.substring(0, dot))) instanceof ObjectNode page)
        || !(Json.at(body, items) instanceof ArrayNode rows)) {
      return;
    }
    boolean later =
        !call.query("next_page_token").asText().isEmpty() || call.query("page_number").asInt() > 1;
    if (later || chance.pick("page " + call.operation().id(), 2) == 0) {
      page.remove(PAGE_FIELDS);
    }
    if (rows.isEmpty()) {
      for (String name : List.of("page_size", "page_count")) {
        if (page.path(name).isNumber()) {
          page.put(name, 0);
        }
      }
    }
  }
}
