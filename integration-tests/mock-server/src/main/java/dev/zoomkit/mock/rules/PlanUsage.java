package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.store.DownloadFiles;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of each plan of an account is in use. A licensed user takes a licence of the base plan,
 * a user with an add-on one of that add-on's, and recordings take storage. Of what else there is to
 * buy, nobody uses anything.
 */
final class PlanUsage {
  private static final String RECORDING = "plan_recording";
  private static final Pattern SIZE = Pattern.compile("^(\\d+)([gt])b_");
  private static final double GIGABYTE = 1 << 30;

  private PlanUsage() {}

  /** Lets a response have the plans that an account has, and no others. */
  static void show(Resource account, MergedSchema schema, ObjectNode shown) {
    JsonNode plans = account.documents().getOrDefault(Plans.DOCUMENT, Json.object());
    for (String name : schema.names()) {
      JsonNode used = used(account, name, within(plans, name));
      shown.remove(name);
      if (!used.isEmpty()) {
        MergedSchema property = schema.property(name);
        boolean table = property != null && property.isTable();
        shown.set(name, table && used.isObject() ? Json.array().add(used) : used);
      }
    }
  }

  /** A plan by the name that its usage has, wherever it stands among the plans. */
  private static JsonNode within(JsonNode plans, String name) {
    return plans.has(name) || plans.findValue(name) == null
        ? plans.path(name)
        : plans.findValue(name);
  }

  private static JsonNode used(Resource account, String name, JsonNode plan) {
    if (name.equals(RECORDING)) {
      return recording(account, plan.asText());
    }
    if (plan.isArray()) {
      ArrayNode rows = Json.array();
      for (JsonNode one : plan) {
        if (Plans.isActive(one)) {
          rows.add(licences(account, name, one, plan.size()));
        }
      }
      return rows;
    }
    return plan.isObject() && Plans.isActive(plan)
        ? licences(account, name, plan, 1)
        : Json.object();
  }

  private static ObjectNode licences(Resource account, String name, JsonNode plan, int sizes) {
    ObjectNode used = Json.object();
    for (String field : List.of("type", "hosts", "active_hosts")) {
      Json.setIfKnown(used, field, plan.get(field));
    }
    if (name.equals(Plans.BASE)) {
      return used.setAll(LicenceRules.usage(account));
    }
    String feature = name.replaceFirst("^plan_", "");
    String size = plan.path("type").asText().replaceAll("\\D", "");
    List<Resource> holders = new ArrayList<>();
    for (Resource user : account.collection("users")) {
      JsonNode given = SettingsRules.said(account, user, "feature." + feature);
      JsonNode capacity = SettingsRules.said(account, user, "feature." + feature + "_capacity");
      boolean fits = sizes == 1 || capacity == null || capacity.asText().equals(size);
      if (given != null && given.asBoolean() && fits) {
        holders.add(user);
      }
    }
    long pending =
        holders.stream()
            .filter(user -> user.data().path("status").asText().equals("pending"))
            .count();
    return used.put("usage", holders.size()).put("pending", (int) pending);
  }

  private static ObjectNode recording(Resource account, String code) {
    ObjectNode used = Json.object();
    JsonNode status = account.documents().get(Plans.DOCUMENT).path(RECORDING + "_status");
    if (code.isEmpty() || !status.asText("active").equals("active")) {
      return used;
    }
    used.put("type", code);
    Matcher size = SIZE.matcher(code);
    if (size.find()) {
      String unit = size.group(2).toUpperCase(Locale.ROOT) + "B";
      used.put("plan_storage", size.group(1) + " " + unit);
    }
    long bytes = 0;
    for (Resource recording : account.collection(HeldRecordings.RECORDINGS)) {
      for (JsonNode file : recording.data().path(HeldRecordings.FILES)) {
        bytes += file.has(DownloadFiles.DELETED) ? 0 : file.path("file_size").asLong();
      }
    }
    return used.put("plan_storage_usage", String.format(Locale.ROOT, "%.2f GB", bytes / GIGABYTE))
        .put("plan_storage_exceed", "0");
  }
}
