package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plans of an account, as {@code getAccountPlans} shows them. */
final class Plans {
  static final String DOCUMENT = "plans";
  static final String BASE = "plan_base";
  private static final String PREFIX = "plan_";
  private static final String STATUS = "status";
  private static final String ACTIVE = "active";
  private static final String CANCELLED = "cancelled";

  private final ObjectNode plans;

  private Plans(ObjectNode plans) {
    this.plans = plans;
  }

  /** Those of an account; none where nobody has bought one. */
  static Plans of(Resource account) {
    return new Plans(account.documents().computeIfAbsent(DOCUMENT, absent -> Json.object()));
  }

  /** The base plan; null where the account has none, or has cancelled it. */
  @Nullable ObjectNode base() {
    return plans.get(BASE) instanceof ObjectNode base && isActive(base) ? base : null;
  }

  /** How many users may have a licence. */
  int hosts() {
    ObjectNode base = base();
    return base == null ? 0 : base.path("hosts").asInt();
  }

  /** A plan by its code, or else one of the same product; null where there is none in force. */
  @Nullable ObjectNode find(String code) {
    List<ObjectNode> active = all().stream().filter(Plans::isActive).toList();
    return active.stream()
        .filter(plan -> plan.path("type").asText().equals(code))
        .findFirst()
        .orElseGet(
            () ->
                active.stream()
                    .filter(plan -> product(plan.path("type").asText()).equals(product(code)))
                    .findFirst()
                    .orElse(null));
  }

  /** A code without its size and term: {@code webinar} of {@code webinar500_yearly}. */
  static String product(String code) {
    return code.replaceAll("(^|_)(monthly|yearly|year|month|\\d+year)(?=_|$)", "")
        .replaceAll("\\d+", "");
  }

  /** All that have a code, wherever they stand; the recording plan is but a code. */
  private List<ObjectNode> all() {
    List<ObjectNode> all = new ArrayList<>();
    collect(plans, all);
    return all;
  }

  private static void collect(JsonNode node, List<ObjectNode> into) {
    if (node instanceof ObjectNode plan && plan.has("type")) {
      into.add(plan);
    }
    node.forEach(inner -> collect(inner, into));
  }

  /** Cancels the base plan and all that it carries. */
  void cancelAll() {
    all().forEach(Plans::cancel);
    if (plans.has("plan_recording_status")) {
      plans.put("plan_recording_status", CANCELLED);
    }
  }

  static void cancel(ObjectNode plan) {
    plan.put(STATUS, CANCELLED);
  }

  static boolean isActive(JsonNode plan) {
    return plan.path(STATUS).asText(ACTIVE).equals(ACTIVE);
  }

  /** Those in force, by their names. */
  ObjectNode active() {
    ObjectNode active = Json.object();
    for (var field : plans.properties()) {
      JsonNode plan = field.getValue();
      String state = plans.path(field.getKey() + "_" + STATUS).asText(ACTIVE);
      if (plan instanceof ArrayNode several) {
        ArrayNode some = active.putArray(field.getKey());
        several.valueStream().filter(Plans::isActive).forEach(some::add);
      } else if (state.equals(ACTIVE) && isActive(plan)) {
        active.set(field.getKey(), plan);
      }
    }
    return active;
  }

  /** Buys what a request lists by the names that a response has, with its state and dates. */
  void buy(ObjectNode wanted, Map<String, String> state) {
    for (var field : wanted.properties()) {
      if (!field.getKey().startsWith(PREFIX)) {
        continue;
      }
      JsonNode plan = field.getValue().deepCopy();
      if (plan.isValueNode()) {
        state.forEach((name, value) -> plans.put(field.getKey() + "_" + name, value));
      }
      mark(plan, state);
      if (plan instanceof ArrayNode added && plans.get(field.getKey()) instanceof ArrayNode there) {
        there.addAll(added);
      } else {
        plans.set(field.getKey(), plan);
      }
    }
  }

  /** Gives all plans a state and dates. */
  void mark(Map<String, String> state) {
    mark(plans, state);
    String recording = PREFIX + "recording";
    if (plans.has(recording)) {
      state.forEach((name, value) -> plans.put(recording + "_" + name, value));
    }
  }

  private static void mark(JsonNode node, Map<String, String> state) {
    if (node instanceof ObjectNode plan && plan.has("type")) {
      state.forEach(plan::put);
    }
    node.forEach(inner -> mark(inner, state));
  }
}
