package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Users: their addresses, who owns the account, add-ons, and whether they are active. */
final class UserRules implements Rule {
  private static final Pattern ADDRESS_TAKEN = Pattern.compile("belongs to a Zoom user already");
  private static final Pattern OWNER_STAYS = Pattern.compile("cannot be deactivated or deleted");
  private static final Pattern LICENSED =
      Pattern.compile("Only a licensed user can have the (Large Meeting|webinar) add-on");
  private static final Pattern OF_LICENSED = Pattern.compile("^Only a licensed user can have this");
  private static final Pattern ADMIN_STAYS =
      Pattern.compile("^(An administrator|The password of an administrator) cannot be");
  private static final Pattern NO_USER_OF_TOKEN =
      Pattern.compile("^The user of the token does not exist");
  private static final int BASIC_USER = 1;

  private static final String PMI = "pmi";
  private static final String ADDRESS = "email";

  /** What a user has with a licence alone. */
  private static final List<String> LICENSED_FIELDS = List.of("vanity_name", PMI);

  private static final Set<String> ADMIN_ROLES = Set.of(RoleRules.OWNER, RoleRules.ADMIN);
  private static final Map<String, String> ACTIONS =
      Map.of("activate", "active", "deactivate", "inactive");

  private static final Pattern NO_RECEIVER = Pattern.compile("receiver of a transfer");
  private static final Map<String, String> TRANSFERS =
      Map.of(
          "transfer_meeting", "meetings",
          "transfer_webinar", "webinars",
          "transfer_recording", HeldRecordings.RECORDINGS);

  private static final String SHOWN_NAME = "display_name";
  private static final String ACCOUNT_NUMBER = "account_number";

  private static final String JOIN_ONLY = "join_only_users_count";

  /** What an account's users are counted as, by their licence; the others may only join. */
  private static final Map<String, String> COUNTS =
      Map.of("1", "basic_users_count", "2", "licensed_users_count", "3", "on_prem_users_count");

  private static final JsonNode NUMBER = LongNode.valueOf(4827301965L);
  private static final JsonNode MARK = TextNode.valueOf("6d1f");

  /** What somebody has who has been signed in, or who has chosen it. */
  private static final List<String> PERSONAL =
      List.of("pic_url", "vanity_url", "last_login_time", "last_client_version");

  private final ResourceStore store;
  private final ValueGenerator generator;
  private final RecordingRules recordings;

  UserRules(ResourceStore store, ValueGenerator generator, RecordingRules recordings) {
    this.store = store;
    this.generator = generator;
    this.recordings = recordings;
  }

  @Override
  public void check(ResolvedCall call) {
    boolean takesOver = call.body().has("transfer_code");
    for (JsonNode one : call.given()) {
      String address = one.path(ADDRESS).asText();
      call.errors()
          .refuse(
              ADDRESS_TAKEN,
              words -> !takesOver && store.isUser(address),
              "There is a Zoom user already with the address " + address + ".");
    }
    call.errors()
        .refuse(
            OWNER_STAYS,
            words -> call.account().data().path("owner_id").asText().equals(call.subject().key()),
            "The user owns the account.");
    call.errors()
        .own()
        .refuse(
            ADMIN_STAYS,
            words -> ADMIN_ROLES.contains(call.subject().data().path("role_id").asText()),
            "The user is an administrator.");
    call.errors()
        .own()
        .refuse(
            OF_LICENSED,
            words -> isBasic(call.subject()) && LICENSED_FIELDS.stream().anyMatch(call.body()::has),
            "The user has a basic licence.");
    String caller = call.call().caller();
    call.errors()
        .own()
        .refuse(
            NO_USER_OF_TOKEN,
            words -> caller != null && store.user(caller) == null,
            "It has been deleted.");
    String named = call.body().path("user_email").asText();
    if (call.creates() && !named.isEmpty() && store.user(call.account(), named) == null) {
      throw NotFoundErrors.notFound(call.operation(), "user", named);
    }
    JsonNode features = call.body().path("feature");
    call.errors()
        .refuse(
            LICENSED,
            words ->
                isBasic(call.subject())
                    && features
                        .path(words.group(1).equals("webinar") ? "webinar" : "large_meeting")
                        .asBoolean(),
            "The user has a basic licence.");
    if (call.subject().isOf("users") && !call.isPost()) {
      checkChange(call, call.subject());
    }
    if (call.deletesItem() && call.subject().isOf("users")) {
      handOver(call, call.subject());
    }
  }

  /** What is another user's, as an address or the number of the personal meeting, stays theirs. */
  private void checkChange(ResolvedCall call, Resource user) {
    String address = call.body().path(ADDRESS).asText();
    boolean moves = call.location().subresource().equals("email");
    if (moves && store.isUser(address) && store.user(call.account(), address) != user) {
      throw ErrorResponseException.ofField(ADDRESS, "It is another user's.");
    }
    JsonNode number = call.body().path(PMI);
    if (number.isIntegralNumber()
        && !user.data().path(PMI).equals(number)
        && store.isPersonal(call.account(), number.asText())) {
      throw ErrorResponseException.ofField(PMI, "It is another user's.");
    }
  }

  /** Whether a user has a licence for nothing. */
  static boolean isBasic(Resource user) {
    return user.data().path("type").asInt() == BASIC_USER;
  }

  /**
   * What a user who is deleted hands over: before, because what is left goes with the user.
   *
   * @throws ErrorResponseException if there is nobody to hand it to
   */
  private void handOver(ResolvedCall call, Resource user) {
    List<String> kinds =
        TRANSFERS.entrySet().stream()
            .filter(transfer -> call.query(transfer.getKey()).asBoolean())
            .map(Map.Entry::getValue)
            .toList();
    Resource receiver = store.user(call.account(), call.query("transfer_email").asText());
    call.errors()
        .refuse(
            NO_RECEIVER,
            words -> !kinds.isEmpty() && (receiver == null || receiver == user),
            "There is nobody to hand it over to.");
    recordings.handOver(
        call.account(), user, kinds.contains(HeldRecordings.RECORDINGS) ? receiver : null);
    for (Resource owned : List.copyOf(call.account().ownedBy(user))) {
      if (receiver != null && kinds.stream().anyMatch(owned::isIn)) {
        owned.handOver(receiver);
        owned.change(data -> data.put("host_id", receiver.key()));
      } else if (owned.isSession()) {
        store.goesWithItsHost(call.account(), owned);
      }
    }
  }

  /**
   * A new user has a personal meeting, addresses for mail and chats, and nothing that is chosen.
   */
  @Override
  public void joins(Resource account, Resource user) {
    JsonNode number = generator.id(NUMBER);
    String address = user.data().path(ADDRESS).asText();
    boolean isTaken = store.user(account, address) != user;
    user.change(
        data -> {
          data.remove(PERSONAL);
          if (isTaken) {
            String domain = address.substring(address.indexOf('@') + 1);
            data.put(ADDRESS, user.key().toLowerCase(Locale.ROOT) + "@" + domain);
          }
          data.put("jid", user.key().toLowerCase(Locale.ROOT) + "@xmpp.zoom.us");
          if (!data.path(PMI).isIntegralNumber()) {
            data.set(PMI, number);
          }
          if (!data.has(SHOWN_NAME) && user.fullName() != null) {
            data.put(SHOWN_NAME, user.fullName());
          }
          if (account.data().has(ACCOUNT_NUMBER)) {
            data.set(ACCOUNT_NUMBER, account.data().get(ACCOUNT_NUMBER));
          }
          data.put("personal_meeting_url", site(account) + "/j/" + data.path(PMI).asText());
        });
  }

  /** The address of an account's pages. */
  static String site(Resource account) {
    return account.data().path("vanity_url").asText("https://zoom.us");
  }

  /** Users with a licence that their settings tell of; the SIP phone of a user. */
  @Override
  public List<Predicate<Resource>> selections(ResolvedCall call) {
    ResourceType type = call.location().type();
    String licence = call.query("license").asText();
    String phone = call.query("search_key").asText();
    List<Predicate<Resource>> selections = new ArrayList<>();
    if (type != null && type == store.users() && !licence.isEmpty()) {
      selections.add(user -> settings(user).path("feature").path(licence).asBoolean());
    }
    if (!phone.isEmpty()) {
      selections.add(
          one ->
              Stream.of("user_name", "user_email")
                  .anyMatch(name -> one.data().path(name).asText().equalsIgnoreCase(phone)));
    }
    return selections;
  }

  /** How many users there are of each licence; who has yet to accept an invitation counts apart. */
  @Override
  public @Nullable JsonNode facts(ResolvedCall call) {
    if (!call.location().subresource().equals("users/summary")) {
      return null;
    }
    ObjectNode counts = Json.object();
    Content response = Objects.requireNonNull(call.operation().response());
    response.schema().names().forEach(name -> counts.put(name, 0));
    for (Resource user : call.account().collection("users")) {
      boolean pending = user.data().path("status").asText().equals("pending");
      String licence = COUNTS.getOrDefault(user.data().path("type").asText(), JOIN_ONLY);
      for (String name : List.of(pending ? "pending_users_count" : licence, "total_users_count")) {
        counts.put(name, counts.path(name).asInt() + 1);
      }
    }
    return counts;
  }

  private static JsonNode settings(Resource user) {
    return user.documents().getOrDefault("settings", Json.object());
  }

  private void changePicture(ResolvedCall call, Resource user) {
    String name = "pic_url";
    if (call.isPost()) {
      String mark = generator.id(MARK).asText();
      user.change(
          data -> data.put(name, site(call.account()) + "/p/v2/" + user.key() + "/" + mark));
    } else if (call.operation().method().equals("DELETE")) {
      user.change(data -> data.remove(name));
    }
  }

  @Override
  public void after(ResolvedCall call) {
    if (call.subject().isOf("users") && call.location().subresource().equals("picture")) {
      changePicture(call, call.subject());
    }
    String status = ACTIONS.get(call.body().path("action").asText());
    if (call.subject().isOf("users")
        && status != null
        && call.location().subresource().equals("status")) {
      call.subject().change(data -> data.put("status", status));
    }
  }
}
