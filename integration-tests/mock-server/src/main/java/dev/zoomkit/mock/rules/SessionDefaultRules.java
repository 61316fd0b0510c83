package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a new meeting or webinar is where its request does not say: as the template has it that the
 * request names, else as the host's settings have it. Of the latter, those count that somebody has
 * set, under the name that sessions have for it.
 */
final class SessionDefaultRules implements Rule {
  private static final String TEMPLATES = "_templates";
  private static final String SETTINGS = "settings";
  private static final String OF_TEMPLATE = "session";
  private static final List<String> KEPT = List.of("topic", "agenda", "duration", SETTINGS);
  private static final List<String> KEPT_OF_SERIES = List.of("recurrence", "type");

  @Override
  public void check(ResolvedCall call) {
    ResourceType type = call.location().type();
    if (type == null || !SessionRules.makesSessions(call)) {
      return;
    }
    MergedSchema schema =
        Objects.requireNonNull(call.operation().request()).schema().property(SETTINGS);
    ObjectNode given =
        call.body().get(SETTINGS) instanceof ObjectNode there ? there : Json.object();
    String id = call.body().path("template_id").asText();
    Resource template = call.subject().find(type.stem() + TEMPLATES, id);
    ObjectNode taken = template == null ? null : template.documents().get(OF_TEMPLATE);
    if (taken != null) {
      addTo(call.body(), taken);
      addTo(given, taken.path(SETTINGS));
    }
    for (var set : SettingsRules.said(call.account(), call.subject()).properties()) {
      addTo(given, set.getKey(), set.getValue(), schema);
      addTo(given, set.getKey().replaceFirst("_type$", ""), set.getValue(), schema);
    }
    if (!given.isEmpty()) {
      call.body().set(SETTINGS, given);
    }
  }

  /** Adds what is not there yet. */
  private static void addTo(ObjectNode given, JsonNode taken) {
    taken.properties().stream()
        .filter(field -> !given.has(field.getKey()))
        .forEach(field -> given.set(field.getKey(), field.getValue().deepCopy()));
  }

  /** Adds a setting that is not there yet, where sessions have one of its name and its values. */
  private static void addTo(
      ObjectNode given, String name, JsonNode value, @Nullable MergedSchema schema) {
    MergedSchema property = schema == null ? null : schema.property(name);
    if (property != null && !given.has(name) && property.accepts(value)) {
      given.set(name, value.deepCopy());
    }
  }

  /** A template keeps what its meeting or webinar was when it was made. */
  @Override
  public void changed(ResolvedCall call, Resource template) {
    ResourceType type = template.type();
    if (!call.creates() || type == null || !type.word().endsWith(TEMPLATES)) {
      return;
    }
    String stem = type.word().replace(TEMPLATES, "");
    Resource source = call.account().find(stem + "s", call.body().path(stem + "_id").asText());
    List<String> kept = new ArrayList<>(KEPT);
    if (call.body().path("save_recurrence").asBoolean()) {
      kept.addAll(KEPT_OF_SERIES);
    }
    ObjectNode session = Json.object();
    for (String name : source == null ? List.<String>of() : kept) {
      Json.setIfKnown(session, name, source.data().get(name));
    }
    template.documents().put(OF_TEMPLATE, session.deepCopy());
  }
}
