package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of accounts, groups and users. What callers have set for an account reaches its
 * groups, and what they have set for either reaches users, as far as nobody has set it there. What
 * an account or a group locks is as it says in all that is below; what a call says of that there is
 * left aside, as no error is documented for it. A lock and a setting belong together by their
 * names.
 */
final class SettingsRules implements Rule {
  private static final String SETTINGS = "settings";
  private static final String LOCKS = "lock_settings";

  /** Settings that bear one name for some levels and another for others. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "participant_video", "participants_video",
          "record_play_own_voice", "record_play_voice",
          "use_pmi_for_schedule_meetings", "use_pmi_for_scheduled_meetings",
          "use_pmi_for_scheduled_meetings", "use_pmi_for_schedule_meetings");

  /** What callers have set, of all that the settings say. */
  private static final String SET = "settings>set";

  private final ResourceStore store;

  SettingsRules(ResourceStore store) {
    this.store = store;
  }

  private static boolean isAbout(ResolvedCall call, String document) {
    return call.location().role() == Role.DOCUMENT
        && call.location().subresource().equals(document);
  }

  /** What is locked above is left aside. */
  @Override
  public void check(ResolvedCall call) {
    if (isAbout(call, SETTINGS) && call.operation().request() != null) {
      above(call).forEach(level -> leaveOut(call.body(), locks(level)));
    }
  }

  private static void leaveOut(ObjectNode body, JsonNode locks) {
    for (var lock : locks.properties()) {
      String name = lock.getKey();
      if (body.get(name) instanceof ObjectNode inner && lock.getValue().isObject()) {
        leaveOut(inner, lock.getValue());
      } else if (lock.getValue().asBoolean()) {
        body.remove(List.of(name, OTHER_NAMES.getOrDefault(name, name)));
      }
    }
  }

  /** A new account or group locks nothing. */
  @Override
  public void changed(ResolvedCall call, Resource resource) {
    boolean locks = resource.isOf("accounts") || resource.isOf("groups");
    if (call.creates() && locks) {
      ObjectNode unlocked = store.exampleOf(resource, LOCKS).deepCopy();
      unlock(unlocked);
      resource.documents().put(LOCKS, unlocked);
    }
  }

  private static void unlock(ObjectNode locks) {
    for (var lock : locks.properties()) {
      if (lock.getValue() instanceof ObjectNode inner) {
        unlock(inner);
      } else if (lock.getValue().isBoolean()) {
        locks.put(lock.getKey(), false);
      }
    }
  }

  @Override
  public void after(ResolvedCall call) {
    if (isAbout(call, SETTINGS) && call.operation().request() != null) {
      Json.merge(set(call.subject()), call.body());
    }
  }

  /** What callers have set for an account, a group or a user; changes go through. */
  static ObjectNode set(Resource level) {
    return level.documents().computeIfAbsent(SET, absent -> Json.object());
  }

  /**
   * What callers have set for a user, whoever of the user, the user's groups and the account comes
   * first; null where nobody has set it.
   */
  static @Nullable JsonNode said(Resource account, Resource user, String path) {
    for (Resource level : levels(account, user)) {
      JsonNode value = Json.at(set(level), path);
      if (!value.isMissingNode()) {
        return value;
      }
    }
    return null;
  }

  /** All that callers have set for a user, by its name alone, whatever section it is in. */
  static ObjectNode said(Resource account, Resource user) {
    List<Resource> levels = levels(account, user);
    ObjectNode said = Json.object();
    for (int i = levels.size() - 1; i >= 0; i--) {
      for (JsonNode section : set(levels.get(i))) {
        if (section instanceof ObjectNode settings) {
          said.setAll(settings);
        }
      }
    }
    return said;
  }

  /** A user, the user's groups and the account: who comes first counts most. */
  private static List<Resource> levels(Resource account, Resource user) {
    List<Resource> levels = new ArrayList<>(List.of(user));
    levels.addAll(groups(account, user));
    levels.add(account);
    return levels;
  }

  @Override
  public void show(ResolvedCall call, ObjectNode shown) {
    MergedSchema schema = call.operation().response().schema();
    if (isAbout(call, SETTINGS)) {
      inherit(shown, above(call), call.subject(), schema);
    }
    if (isAbout(call, SETTINGS) || isAbout(call, LOCKS)) {
      SettingsParts.cut(call, shown);
    }
  }

  /** The levels above that which a call is about, the account first. */
  private List<Resource> above(ResolvedCall call) {
    List<Resource> levels = new ArrayList<>();
    if (call.subject() != call.account()) {
      levels.add(call.account());
    }
    if (call.subject().isOf("users")) {
      List<Resource> groups = groups(call.account(), call.subject());
      Collections.reverse(groups);
      levels.addAll(groups);
    }
    return levels;
  }

  /** The groups that a user is in, the one whose word counts most first. */
  private static List<Resource> groups(Resource account, Resource user) {
    List<Resource> groups = new ArrayList<>();
    for (String id : Json.texts(user.data().path("group_ids"))) {
      Resource group = account.withKey("groups", id);
      if (group != null) {
        groups.add(group);
      }
    }
    return groups;
  }

  /**
   * Lets settings be as the levels above and their own level have them.
   *
   * @param above the outermost level first; of a user's groups the first one last, whose word
   *     counts most
   */
  private void inherit(
      ObjectNode settings, List<Resource> above, Resource own, MergedSchema schema) {
    above.forEach(level -> overlay(settings, document(level, SET), schema));
    overlay(settings, document(own, SET), schema);
    for (int i = above.size() - 1; i >= 0; i--) {
      Resource level = above.get(i);
      ObjectNode values = document(level, SETTINGS).deepCopy();
      above.subList(0, i).forEach(outer -> overlay(values, document(outer, SET), schema));
      overlay(values, document(level, SET), schema);
      overlay(settings, locked(locks(level), values), schema);
    }
  }

  private ObjectNode document(Resource level, String name) {
    ObjectNode kept = level.documents().get(name);
    return kept != null ? kept : name.equals(SET) ? Json.object() : store.exampleOf(level, name);
  }

  private ObjectNode locks(Resource level) {
    return document(level, LOCKS);
  }

  /** Those of the settings that are locked. */
  private static ObjectNode locked(JsonNode locks, JsonNode settings) {
    ObjectNode locked = Json.object();
    for (var lock : locks.properties()) {
      JsonNode setting = settings.path(lock.getKey());
      if (lock.getValue().isObject() && setting.isObject()) {
        locked.set(lock.getKey(), locked(lock.getValue(), setting));
      } else if (lock.getValue().asBoolean() && !setting.isMissingNode()) {
        locked.set(lock.getKey(), setting);
      }
    }
    return locked;
  }

  /** Puts values over others, as far as the schema has a place for them. */
  private static void overlay(ObjectNode settings, JsonNode values, MergedSchema schema) {
    for (var value : values.properties()) {
      String given = value.getKey();
      String name = schema.has(given) ? given : OTHER_NAMES.getOrDefault(given, given);
      MergedSchema property = schema.property(name);
      if (property == null) {
        continue;
      }
      if (value.getValue().isObject() && property.isObject()) {
        ObjectNode inner = settings.get(name) instanceof ObjectNode there ? there : Json.object();
        overlay(inner, value.getValue(), property);
        if (!inner.isEmpty()) {
          settings.set(name, inner);
        }
      } else if (property.accepts(value.getValue())) {
        settings.set(name, value.getValue().deepCopy());
      }
    }
  }
}
