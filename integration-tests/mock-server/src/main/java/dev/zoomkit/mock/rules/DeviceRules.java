package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.MacAddress;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Devices of Zoom Rooms and Zoom Phone appliances: what they are listed by, the room they belong
 * to, and appliances that go by maker and MAC address, are listed for their users and upgraded by
 * the group they were put into.
 */
final class DeviceRules implements Rule {
  private static final String DEVICES = "devices";
  private static final String ROOMS = "metrics/zoomrooms";
  private static final String VENDORS = "devices/zpa/vendors";
  private static final String MAC_ADDRESSES = VENDORS + "/*/mac_addresses";
  private static final String SETTINGS = "devices/zpa/settings";
  private static final String UPGRADE = "devices/zpa/upgrade";
  private static final String GROUP = "zdm_group_id";
  private static final String APP_VERSION = "app_version";
  private static final String USER_EMAIL = "user_email";
  private static final String TYPE = "device_type";
  private static final String APPLIANCE = "5";
  private static final String ROOM_ID = "room_id";
  private static final String ROOM_NAME = "room_name";

  /** What a device is in a room, by the app it runs. */
  private static final Map<String, Integer> TYPES = Map.of("ZR", 0, "ZRC", 1, "ZRP", 2, "ZRW", 4);

  private final ResourceStore store;

  DeviceRules(ResourceStore store) {
    this.store = store;
  }

  @Override
  public void check(ResolvedCall call) {
    String address = value(call, MacAddress.NAME);
    call.errors()
        .own()
        .refuse(
            MacAddress.NONE,
            words -> !address.isEmpty() && !MacAddress.isOne(address),
            MacAddress.refusal(address));
    String room = call.body().path(ROOM_ID).asText();
    if (!room.isEmpty()
        && NotFoundErrors.isMarked(call.operation(), "room")
        && !isRoom(call, room)) {
      throw NotFoundErrors.notFound(call.operation(), "room", room);
    }
    if (namesAppliance(call) && appliance(call) == null) {
      throw NotFoundErrors.notFound(call.operation(), "device", value(call, MacAddress.NAME));
    }
  }

  private static boolean isRoom(ResolvedCall call, String id) {
    return call.account().collection(ROOMS).stream().anyMatch(room -> room.key().equals(id));
  }

  /** Whether a call names an appliance by what is written on it. */
  private static boolean namesAppliance(ResolvedCall call) {
    return call.operation().path().startsWith("/devices/zpa/")
        && !value(call, MacAddress.NAME).isEmpty();
  }

  private static @Nullable Resource appliance(ResolvedCall call) {
    return call.account().collection(DEVICES).stream()
        .filter(device -> has(device, TYPE, APPLIANCE))
        .filter(device -> has(device, "vendor", value(call, "vendor")))
        .filter(
            device -> digits(device.data()).equals(MacAddress.digits(value(call, MacAddress.NAME))))
        .findFirst()
        .orElse(null);
  }

  /** What the path or the body says. */
  private static String value(ResolvedCall call, String name) {
    String inPath = call.call().path(name.equals(MacAddress.NAME) ? MacAddress.PARAMETER : name);
    return inPath == null ? call.body().path(name).asText() : inPath;
  }

  private static String digits(JsonNode device) {
    return MacAddress.digits(device.path(MacAddress.NAME).asText());
  }

  private static boolean has(Resource device, String property, String value) {
    return device.data().path(property).asText().equalsIgnoreCase(value);
  }

  @Override
  public boolean carriesOut(ResolvedCall call) {
    Resource appliance = namesAppliance(call) ? appliance(call) : null;
    boolean removes = appliance != null && call.operation().method().equals("DELETE");
    if (removes) {
      appliance.remove();
    }
    return removes;
  }

  @Override
  public void changed(ResolvedCall call, Resource resource) {
    if (resource.isOf(DEVICES)) {
      resource.change(data -> belong(call, data));
      if (has(resource, TYPE, APPLIANCE)) {
        letPathsName(call.account(), resource);
      }
    }
  }

  /** Lets paths name an appliance by its maker and its MAC address. */
  private void letPathsName(Resource account, Resource appliance) {
    ResourceType vendors = store.model().type(VENDORS);
    ResourceType addresses = store.model().type(MAC_ADDRESSES);
    if (vendors == null || addresses == null) {
      return;
    }
    Resource vendor = item(account, vendors, appliance.data().path("vendor").asText());
    item(vendor, addresses, digits(appliance.data()));
  }

  private static Resource item(Resource holder, ResourceType type, String key) {
    Resource there = holder.find(type, key);
    ObjectNode data = Json.object().put(type.keyName(), key);
    return there != null ? there : new Resource(type, holder, null, key, data).addTo();
  }

  /** Gives a device to the room or the user that a request names, and takes it from any other. */
  private static void belong(ResolvedCall call, ObjectNode device) {
    if (call.creates()) {
      for (String owner : List.of(ROOM_ID, USER_EMAIL)) {
        if (!call.body().has(owner)) {
          device.remove(owner);
        }
      }
    }
    device.remove(ROOM_NAME);
    for (Resource room : call.account().collection(ROOMS)) {
      if (room.key().equals(device.path(ROOM_ID).asText())) {
        device.set(ROOM_NAME, room.data().path(ROOM_NAME));
      }
    }
  }

  @Override
  public void after(ResolvedCall call) {
    String about = call.location().subresource();
    Resource subject = call.subject();
    if (about.equals(UPGRADE)) {
      upgrade(call);
    } else if (subject.isOf(DEVICES) && about.equals("assignment")) {
      subject.change(data -> moveToRoom(call, data));
    } else if (subject.isOf(DEVICES) && about.equals("assign_group")) {
      subject.change(data -> data.set(GROUP, call.query("group_id")));
    } else if (subject.isOf("users") && call.deletesItem()) {
      beNobodys(call.account(), subject.data().path("email").asText());
    }
  }

  private static void beNobodys(Resource account, String email) {
    for (Resource device : account.collection(DEVICES)) {
      if (has(device, USER_EMAIL, email)) {
        device.change(data -> data.remove(USER_EMAIL));
      }
    }
  }

  /** Gives a device to another room, and says what it is there. */
  private static void moveToRoom(ResolvedCall call, ObjectNode device) {
    JsonNode room = call.body().path(ROOM_ID);
    if (room.isTextual()) {
      device.set(ROOM_ID, room);
    }
    device.put(TYPE, TYPES.get(call.body().path("app_type").asText("ZR")));
    belong(call, device);
  }

  /** Gives the appliances of a group another app; nothing shows which firmware they have. */
  private static void upgrade(ResolvedCall call) {
    JsonNode to = call.body().path("data");
    if (!to.path("upgrade_type").asText().equals("UPGRADE_APP") || !to.has(APP_VERSION)) {
      return;
    }
    String group = call.body().path(GROUP).asText();
    for (Resource device : call.account().collection(DEVICES)) {
      if (has(device, TYPE, APPLIANCE) && has(device, GROUP, group)) {
        device.change(data -> data.set(APP_VERSION, to.get(APP_VERSION)));
      }
    }
  }

  /** Shows the appliances that a user has; those of the first one where a call names none. */
  @Override
  public void show(ResolvedCall call, ObjectNode shown) {
    if (!call.location().subresource().equals(SETTINGS)) {
      return;
    }
    JsonNode sample = shown.path("device_infos").path(0);
    ArrayNode rows = shown.putArray("device_infos");
    Resource user = user(call);
    String email = user == null ? "" : user.data().path("email").asText();
    for (Resource device : call.account().collection(DEVICES)) {
      if (user != null && has(device, TYPE, APPLIANCE) && has(device, USER_EMAIL, email)) {
        rows.add(ofUser(device.data(), sample));
      }
    }
  }

  private @Nullable Resource user(ResolvedCall call) {
    JsonNode id = call.query("user_id");
    List<Resource> users = call.account().collection("users");
    return !id.isMissingNode()
        ? store.user(call.account(), id.asText())
        : users.isEmpty() ? null : users.get(0);
  }

  /** An appliance as its user's list has it; which settings apply to it is the example's. */
  private static ObjectNode ofUser(JsonNode device, JsonNode sample) {
    ObjectNode row = Json.object();
    for (String name : List.of("device_id", "vendor", "model")) {
      Json.setIfKnown(row, name, device.get(name));
    }
    row.put(TYPE, device.path("vendor").asText() + " " + device.path("model").asText());
    row.put("status", device.path("device_status").asInt() == 1 ? "online" : "offline");
    Json.setIfKnown(row, "policy", sample.get("policy"));
    return row;
  }

  @Override
  public List<Predicate<Resource>> selections(ResolvedCall call) {
    if (call.location().role() != Role.COLLECTION
        || call.location().type() == null
        || !call.location().type().toString().equals(DEVICES)) {
      return List.of();
    }
    List<Predicate<Resource>> selections = new ArrayList<>();
    boolean enrolled = call.query("is_enrolled_in_zdm").asBoolean(true);
    selections.add(device -> device.data().path("enrolled_in_zdm").asBoolean() == enrolled);
    if (call.query(TYPE).asInt(-1) < 0) {
      selections.add(device -> !has(device, TYPE, APPLIANCE));
    }
    for (String property : List.of("vendor", "model")) {
      JsonNode wanted = call.query("device_" + property);
      if (!wanted.isMissingNode()) {
        selections.add(device -> has(device, property, wanted.asText()));
      }
    }
    String text = call.query("search_text").asText().toLowerCase(Locale.ROOT);
    if (!text.isEmpty()) {
      selections.add(
          device ->
              contains(device, "device_name", text) || contains(device, "serial_number", text));
    }
    return selections;
  }

  private static boolean contains(Resource device, String property, String text) {
    return device.data().path(property).asText().toLowerCase(Locale.ROOT).contains(text);
  }
}
