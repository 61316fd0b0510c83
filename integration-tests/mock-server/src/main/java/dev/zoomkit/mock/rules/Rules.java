package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Stated;
import dev.zoomkit.mock.description.Content;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.description.Operation.KnownError;
import dev.zoomkit.mock.model.Kind;
import dev.zoomkit.mock.model.Layout;
import dev.zoomkit.mock.model.Place;
import dev.zoomkit.mock.store.Entity;
import dev.zoomkit.mock.store.Scene;
import dev.zoomkit.mock.store.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The refusals that depend on what exists. An operation is held to a rule where one of its error
 * rows in the description states it, and refuses with that row's status and code. {@link
 * SessionRules} has those of meetings and webinars.
 */
public final class Rules {
  /**
   * What may not be there twice in a collection: the words that say so, and the properties that are
   * compared.
   */
  private static final Map<Pattern, List<String>> UNIQUE =
      Map.of(
          Pattern.compile("has this name|name is taken"), List.of("name"),
          Pattern.compile("has this label"), List.of("field"),
          Pattern.compile("name of the personal link is taken"), List.of("vanity_name"),
          Pattern.compile("user already has a SIP phone"), List.of("user_email"),
          Pattern.compile("number is already in use"), List.of("number"),
          Pattern.compile("groups already have a policy"),
              List.of("assigned_group_id", "to_group_id"));

  private static final Pattern ADDRESS_TAKEN = Pattern.compile("belongs to a Zoom user already");
  private static final Pattern MOST =
      Pattern.compile("already has (two)|(?:has|there are) ten already");
  private static final Pattern MOST_AT_ONCE = Pattern.compile("there are more than (\\d+)");
  private static final Pattern TWICE = Pattern.compile("occurs twice in the request");
  private static final Pattern UNKNOWN_USER =
      Pattern.compile("[Aa] user is invalid|one of the users does not exist");
  private static final Pattern UNKNOWN_ACCOUNT =
      Pattern.compile("No sub-account is named, or one of them does not exist");
  private static final Pattern OWNER_STAYS = Pattern.compile("cannot be deactivated or deleted");
  private static final Pattern OWNER_ROLE = Pattern.compile("cannot be given out");
  private static final Pattern LICENSED =
      Pattern.compile("Only a licensed user can have the (Large Meeting|webinar) add-on");
  private static final Pattern SAME_GROUPS = Pattern.compile("^Both groups are the same");
  private static final Pattern NO_TARGET = Pattern.compile("`target_group_id` is needed");
  private static final String OWNER_ROLE_ID = "0";
  private static final int BASIC_USER = 1;

  private final World world;
  private final Layout layout;
  private final SessionRules sessions;

  public Rules(World world) {
    this.world = world;
    this.layout = world.layout();
    this.sessions = new SessionRules(world);
  }

  /**
   * Holds a call against the rules that its operation states.
   *
   * @throws Refusal if it breaks one
   */
  public void hold(Scene scene) {
    Stated stated = new Stated(layout.errors(scene.call().operation()));
    List<JsonNode> said = said(scene);
    UNIQUE.forEach((says, names) -> unique(stated.row(says), scene, said, names));
    address(stated, said);
    numbers(stated, scene, said);
    people(stated, scene, said);
    groups(stated, scene.call().body());
    sessions.hold(stated, scene, said);
  }

  /** What a call says of each thing that it creates or changes. */
  private static List<JsonNode> said(Scene scene) {
    Kind kind = scene.place().kind();
    Content request = scene.call().operation().request();
    ObjectNode body = scene.call().body();
    String table = kind == null || request == null ? null : kind.tableIn(request.shape());
    List<JsonNode> said = new ArrayList<>();
    if (table != null) {
      body.path(table).forEach(said::add);
    } else if (kind != null && body.path(kind.stem() + "_info").isObject()) {
      said.add(body.get(kind.stem() + "_info"));
    } else {
      said.add(body);
    }
    return said;
  }

  private static void unique(
      @Nullable KnownError row, Scene scene, List<JsonNode> said, List<String> names) {
    Kind kind = scene.place().kind();
    if (row == null || kind == null) {
      return;
    }
    for (JsonNode one : said) {
      Set<String> wanted = values(one, names);
      List<Entity> same =
          siblings(scene, kind).stream()
              .filter(other -> wanted.size() == names.size())
              .filter(other -> wanted.equals(values(other.data(), names)))
              .toList();
      if (one.path("overwrite").asBoolean()) {
        same.forEach(Entity::remove);
      } else if (!same.isEmpty()) {
        throw Stated.refusal(
            row, "There is one with the same " + String.join(" and ", names) + ": " + wanted + ".");
      }
    }
  }

  private static Set<String> values(JsonNode data, List<String> names) {
    Set<String> values = new HashSet<>();
    for (String name : names) {
      if (data.path(name).isValueNode()) {
        values.add(data.path(name).asText());
      }
    }
    return values;
  }

  private static List<Entity> siblings(Scene scene, Kind kind) {
    return scene.place().role() == Place.Role.ITEM
        ? scene.subject().siblings().stream().filter(other -> other != scene.subject()).toList()
        : scene.holder().collection(kind.slot());
  }

  /** A Zoom user is known by one address, in whichever account. */
  private void address(Stated stated, List<JsonNode> said) {
    for (JsonNode one : said) {
      String address = one.path("email").asText();
      stated.refuse(
          ADDRESS_TAKEN,
          words -> world.isUser(address),
          "There is a Zoom user already with the address " + address + ".");
    }
  }

  private static void numbers(Stated stated, Scene scene, List<JsonNode> said) {
    int there = scene.members().size();
    stated.refuse(
        MOST,
        words -> there + said.size() > (words.group(1) == null ? 10 : 2),
        "There are " + there + " already.");
    stated.refuse(
        MOST_AT_ONCE,
        words -> said.size() > Integer.parseInt(words.group(1)),
        said.size() + " are too many at once.");
    long different = said.stream().map(one -> one.path("number")).distinct().count();
    stated.refuse(TWICE, words -> different < said.size(), "A number occurs twice.");
  }

  private void people(Stated stated, Scene scene, List<JsonNode> said) {
    Entity account = scene.chain().get(0);
    ObjectNode body = scene.call().body();
    stated.refuse(
        UNKNOWN_USER,
        words ->
            said.stream()
                .map(one -> one.path("id").asText(one.path("email").asText()))
                .anyMatch(name -> world.user(account, name) == null),
        "One of the users does not exist in the account.");
    List<String> accounts = Json.texts(body.path("account_ids"));
    stated.refuse(
        UNKNOWN_ACCOUNT,
        words -> accounts.isEmpty() || !accounts.stream().allMatch(world::isSubAccount),
        "These have to be sub-accounts: " + accounts + ".");
    stated.refuse(
        OWNER_STAYS,
        words -> account.data().path("owner_id").asText().equals(scene.subject().key()),
        "The user owns the account.");
    stated.refuse(
        OWNER_ROLE,
        words -> OWNER_ROLE_ID.equals(scene.call().path("roleId")),
        "The role of the owner cannot be given out.");
    stated.refuse(
        LICENSED,
        words ->
            scene.subject().data().path("type").asInt() == BASIC_USER
                && body.path("feature")
                    .path(words.group(1).equals("webinar") ? "webinar" : "large_meeting")
                    .asBoolean(),
        "The user has a basic licence.");
  }

  private static void groups(Stated stated, ObjectNode body) {
    stated.refuse(
        SAME_GROUPS,
        words -> body.path("assigned_group_id").equals(body.path("to_group_id")),
        "Both groups are " + body.path("to_group_id") + ".");
    stated.refuse(
        NO_TARGET,
        words -> body.path("action").asText().equals("move") && !body.has("target_group_id"),
        "There is no target_group_id.");
  }
}
