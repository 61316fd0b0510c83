package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.ResourceStore;

/** Templates: each is made of a meeting or webinar that exists. */
final class TemplateRules implements Rule {
  private static final String SUFFIX = "_templates";

  private final ResourceStore store;

  TemplateRules(ResourceStore store) {
    this.store = store;
  }

  @Override
  public void check(ResolvedCall call) {
    ResourceType type = call.location().type();
    if (type == null || !type.word().endsWith(SUFFIX)) {
      return;
    }
    String stem = type.word().replace(SUFFIX, "");
    JsonNode id = call.body().path(stem + "_id");
    ResourceType source = store.model().type(stem + "s");
    if (id.isValueNode() && source != null && call.account().find(source, id.asText()) == null) {
      throw NotFoundErrors.notFound(call.operation(), stem, id.asText());
    }
  }
}
