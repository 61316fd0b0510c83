package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in profiles: callers add, change and delete them in the settings, and a session that chooses
 * one has its name and domains. The profiles of an account are those of its groups and users too,
 * unless these have changed their own.
 */
final class SignInRules implements Rule {
  private static final String SETTINGS = "settings";
  private static final String KEPT = "settings>profiles";
  private static final String PROFILES = "authentication_options";
  private static final String CHANGE = "authentication_option";
  private static final String NAME = "authentication_name";
  private static final String DOMAINS = "authentication_domains";
  private static final String OF_MEETINGS = "meeting_authentication";
  private static final JsonNode ID = TextNode.valueOf("wT3hRk8yQzaM5nVxC1pJdg");

  private final ResourceStore store;
  private final ValueGenerator generator;

  SignInRules(ResourceStore store, ValueGenerator generator) {
    this.store = store;
    this.generator = generator;
  }

  private static boolean isOfSettings(ResolvedCall call) {
    return call.location().subresource().equals(SETTINGS);
  }

  private static String option(ResolvedCall call) {
    return call.query("option").asText(OF_MEETINGS);
  }

  @Override
  public void after(ResolvedCall call) {
    if (isOfSettings(call) && call.body().get(CHANGE) instanceof ObjectNode change) {
      ArrayNode profiles = profiles(call.account(), call.subject(), option(call)).deepCopy();
      change(profiles, change);
      call.subject()
          .documents()
          .computeIfAbsent(KEPT, absent -> Json.object())
          .set(option(call), profiles);
    }
  }

  private void change(ArrayNode profiles, ObjectNode change) {
    ObjectNode said = change.deepCopy();
    String action = said.remove("action") == null ? "" : change.path("action").asText();
    if (action.equals("add")) {
      said.set("id", generator.id(ID));
      profiles.add(said.put("visible", true));
    }
    for (int i = profiles.size() - 1; i >= 0; i--) {
      if (profiles.get(i) instanceof ObjectNode one && one.path("id").equals(change.path("id"))) {
        switch (action) {
          case "update" -> one.setAll(said);
          case "show" -> one.put("visible", true);
          case "hide" -> one.put("visible", false);
          case "delete" -> profiles.remove(i);
          default -> {}
        }
      }
    }
  }

  /** The profiles that a level has, or the account that it is in, or the examples of it. */
  private ArrayNode profiles(Resource account, Resource level, String option) {
    return Stream.of(level, account)
        .map(one -> one.documents().getOrDefault(KEPT, Json.object()).get(option))
        .filter(Objects::nonNull)
        .map(ArrayNode.class::cast)
        .findFirst()
        .orElseGet(() -> ofExamples(level, option));
  }

  private ArrayNode ofExamples(Resource level, String option) {
    JsonNode settings = level.documents().getOrDefault(SETTINGS, store.exampleOf(level, SETTINGS));
    JsonNode profiles = settings.path(PROFILES);
    JsonNode listed = profiles.isArray() ? profiles : profiles.path(option).path(PROFILES);
    return listed instanceof ArrayNode some ? some : Json.array();
  }

  @Override
  public void show(ResolvedCall call, ObjectNode shown) {
    boolean kept =
        Stream.of(call.subject(), call.account())
            .anyMatch(one -> one.documents().containsKey(KEPT));
    if (isOfSettings(call) && kept && shown.path(PROFILES).isArray()) {
      shown.set(PROFILES, profiles(call.account(), call.subject(), option(call)).deepCopy());
    }
  }

  /** A session has the name and the domains of the profile that it chooses. */
  @Override
  public void changed(ResolvedCall call, Resource session) {
    String id = call.body().path(SETTINGS).path(CHANGE).asText();
    if (!session.isSession() || id.isEmpty()) {
      return;
    }
    JsonNode profile = profile(call.account(), session.owner(), id);
    JsonNode domains = call.body().path(SETTINGS).path(DOMAINS);
    session.change(
        data -> {
          if (data.get(SETTINGS) instanceof ObjectNode settings) {
            settings.remove(List.of(NAME, DOMAINS));
            Json.setIfKnown(settings, NAME, profile.get("name"));
            Json.setIfKnown(
                settings, DOMAINS, domains.isMissingNode() ? profile.get("domains") : domains);
          }
        });
  }

  /** A profile by its id; empty where nobody has such a one. */
  private JsonNode profile(Resource account, @Nullable Resource host, String id) {
    return Stream.of(account, host)
        .filter(Objects::nonNull)
        .flatMap(level -> profiles(account, level, OF_MEETINGS).valueStream())
        .filter(one -> one.path("id").asText().equals(id))
        .findFirst()
        .orElse(Json.object());
  }
}
