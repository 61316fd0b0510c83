package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.sampledata.RepresentationBuilder;
import dev.zoomkit.mock.sampledata.Substitutions;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import dev.zoomkit.spec.reader.Parameter;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The plans of accounts: bought, changed and cancelled. What an account has bought shows in its
 * plans, in its own data and in the use of its licences. A cancelled base plan takes all others
 * with it, as it carries them.
 */
final class BillingRules implements Rule {
  private static final Pattern HAS_BASE = Pattern.compile("already has a base plan");
  private static final Pattern NO_BASE = Pattern.compile("has no base plan yet");
  private static final Pattern FREE = Pattern.compile("on a free plan, which takes no add-ons");
  private static final Pattern NO_SUCH_PLAN = Pattern.compile("the account has no such plan");
  private static final Pattern STAYS = Pattern.compile("^The plan cannot be cancelled");
  private static final Pattern FREE_OR_TRIAL = Pattern.compile("is on a trial or a free plan, or");
  private static final Pattern STILL_PAID = Pattern.compile("account still has paid plans");
  private static final Pattern NO_PAID_PLAN = Pattern.compile("^The account has no paid plan\\.$");
  private static final String BASE = "plans/base";
  private static final String ADDONS = "plans/addons";
  private static final String USAGE = "plans/usage";
  private static final String STATUS = "/status";
  private static final String INTERVAL = "interval";

  /** Whom the invoices of an account go to. */
  private static final String CONTACT = "billing";

  private static final String START = "service_effective_date";

  /** What kinds of accounts there are, by what the codes of their base plans say. */
  private static final Map<String, String> KINDS =
      Map.of("biz", "Business", "pro", "Pro", "ent", "Enterprise", "edu", "Education");

  private static final int MONTHS_BEFORE = 9;
  private static final String FREE_KIND = "Free";
  private static final String USUAL_KIND = "Pro";

  private final ResourceStore store;
  private final ValueGenerator generator;
  private final RepresentationBuilder representations;

  BillingRules(ResourceStore store, ValueGenerator generator) {
    this.store = store;
    this.generator = generator;
    this.representations = new RepresentationBuilder(generator);
  }

  /** The account whose plans a call is about. */
  private static Resource account(ResolvedCall call) {
    return call.subject().isOf("accounts") ? call.subject() : call.account();
  }

  @Override
  public void check(ResolvedCall call) {
    String about = call.location().subresource();
    Plans plans = Plans.of(account(call));
    boolean paid = plans.base() != null;
    boolean item = about.isEmpty() && call.subject().isOf("accounts");
    call.errors().refuse(STILL_PAID, words -> item && paid, "Its base plan is in force.");
    if (!about.startsWith(Plans.DOCUMENT)) {
      return;
    }
    String code = call.body().path("type").asText();
    boolean addon = about.startsWith(ADDONS);
    call.errors().refuse(HAS_BASE, words -> call.isPost() && paid, "Its base plan is in force.");
    call.errors()
        .refuse(NO_PAID_PLAN, words -> about.equals(USAGE) && !paid, "Nothing is paid for.");
    call.errors().refuse(NO_BASE, words -> !paid, "There is no base plan in force.");
    call.errors().refuse(FREE, words -> addon && !paid, "There is no base plan in force.");
    call.errors()
        .refuse(FREE_OR_TRIAL, words -> about.equals(BASE) && !paid, "There is no base plan.");
    call.errors()
        .refuse(
            NO_SUCH_PLAN,
            words -> about.equals(ADDONS) && !call.isPost() && plans.find(code) == null,
            "No plan in force is of the product of " + code + ".");
    call.errors()
        .refuse(
            STAYS,
            words -> about.equals(ADDONS + STATUS) && plans.find(code) == null,
            "No plan in force has the type " + code + ".");
    if (about.equals(ADDONS) && call.isPost()) {
      slot(call, code);
    }
  }

  /**
   * The name that an add-on has among the plans: the longest one that its code, or what its details
   * are called, speaks of.
   */
  private String slot(ResolvedCall call, String code) {
    Content shown = Objects.requireNonNull(store.model().shown(plansOf(call)));
    String product = Plans.product(code);
    for (String details : call.body().properties().stream().map(Map.Entry::getKey).toList()) {
      if (details.matches("plan_\\w+_details")) {
        return details.replaceFirst("_details$", "");
      }
    }
    if (call.body().has("plan_details")) {
      return "plan_phone";
    }
    if (code.matches("\\d+[gt]b_.*|cmr.*")) {
      return "plan_recording";
    }
    return shown.schema().names().stream()
        .filter(name -> isOf(product, name.replaceFirst("^plan_(zoom_)?", "")))
        .max(Comparator.comparingInt(String::length))
        .orElseThrow(
            () -> ErrorResponseException.ofField("type", "No plan is known as " + code + "."));
  }

  private static boolean isOf(String product, String stem) {
    String bare = product.replaceFirst("^zoom_", "").replaceFirst("s$", "");
    return !bare.isEmpty()
        && (bare.startsWith(stem.replaceFirst("s$", "")) || stem.startsWith(bare));
  }

  private ResourceLocation plansOf(ResolvedCall call) {
    return Objects.requireNonNull(
        store.model().subresource(call.location().parent(), Plans.DOCUMENT));
  }

  /** Lets the plans that an account begins with have been in force for some time. */
  void begin(Resource account) {
    Plans plans = Plans.of(account);
    ObjectNode base = plans.base();
    if (base != null) {
      ObjectNode since = Json.object().put(START, today().minusMonths(MONTHS_BEFORE).toString());
      plans.mark(state(since, base.path("type").asText()));
      tell(account);
    }
  }

  /** A new account is free. */
  @Override
  public void changed(ResolvedCall call, Resource resource) {
    if (call.creates() && resource.isOf("accounts")) {
      Plans.of(resource);
      tell(resource);
    }
  }

  @Override
  public void after(ResolvedCall call) {
    String about = call.location().subresource();
    ObjectNode body = call.body();
    Resource account = account(call);
    if (!about.startsWith(Plans.DOCUMENT) || call.operation().request() == null) {
      return;
    }
    if (about.equals(Plans.DOCUMENT)) {
      account.documents().remove(about);
    }
    Plans plans = Plans.of(account);
    ObjectNode named = plans.find(body.path("type").asText());
    switch (about) {
      case Plans.DOCUMENT -> {
        plans.buy(body, state(body.path("subscription_options"), code(body)));
        account.documents().put(CONTACT, (ObjectNode) body.path("contact").deepCopy());
      }
      case BASE -> change(plans.base(), body);
      case BASE + STATUS -> plans.cancelAll();
      case ADDONS + STATUS -> cancel(named);
      case ADDONS -> {
        if (call.isPost()) {
          plans.buy(addon(call, body), state(body, body.path("type").asText()));
          Content response = Objects.requireNonNull(call.operation().response());
          call.hasMade(
              representations.show(
                  plans.active(), response.schema(), response.example(), new Substitutions()));
        } else {
          change(named, body);
        }
      }
      default -> {}
    }
    tell(account);
  }

  private static void cancel(@Nullable ObjectNode plan) {
    if (plan != null) {
      Plans.cancel(plan);
    }
  }

  private static String code(ObjectNode body) {
    return body.path(Plans.BASE).path("type").asText();
  }

  /** A request for one add-on as one for several plans has it. */
  private ObjectNode addon(ResolvedCall call, ObjectNode body) {
    String slot = slot(call, body.path("type").asText());
    MergedSchema schema =
        Objects.requireNonNull(store.model().shown(plansOf(call))).schema().property(slot);
    ObjectNode plan = Json.object();
    for (String name : new String[] {"type", "hosts"}) {
      Json.setIfKnown(plan, name, body.get(name));
    }
    JsonNode details =
        body.has("plan_details") ? body.get("plan_details") : body.path(slot + "_details");
    ObjectNode bought = Json.object();
    if (details.isObject()) {
      bought.set(slot, details);
    } else if (schema != null && schema.isTable()) {
      bought.set(slot, Json.array().add(plan));
    } else {
      bought.set(slot, schema == null || schema.isObject() ? plan : plan.path("type"));
    }
    return bought;
  }

  private void change(@Nullable ObjectNode plan, ObjectNode body) {
    if (plan != null) {
      for (String name : new String[] {"type", "hosts", "active_hosts"}) {
        Json.setIfKnown(plan, name, body.get(name));
      }
      if (body.has(START)) {
        state(body, plan.path("type").asText()).forEach(plan::put);
      }
    }
  }

  /**
   * What is bought is in force from the day that was asked for, or from now on, and is paid for
   * term by term.
   */
  private Map<String, String> state(JsonNode options, String code) {
    String start = options.path(START).asText(today().toString());
    LocalDate day = LocalDate.parse(start.substring(0, 10));
    Period term = code.contains("year") ? Period.ofYears(1) : Period.ofMonths(1);
    LocalDate next = day.plus(term);
    while (!next.isAfter(today())) {
      next = next.plus(term);
    }
    return Map.of("status", "active", START, day.toString(), "next_invoice_date", next.toString());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(generator.instant(), ZoneOffset.UTC);
  }

  /** Lets the data of an account say which plan it has. */
  private static void tell(Resource account) {
    Plans plans = Plans.of(account);
    ObjectNode base = plans.base();
    account.change(
        data -> {
          String code = base == null ? "" : base.path("type").asText();
          data.put(
              "account_type",
              base == null
                  ? FREE_KIND
                  : KINDS.entrySet().stream()
                      .filter(kind -> code.contains(kind.getKey()))
                      .map(Map.Entry::getValue)
                      .findFirst()
                      .orElse(USUAL_KIND));
          data.put("seats", plans.hosts());
          data.remove("subscription_start_time");
          data.remove("subscription_end_time");
          if (base != null && base.has(START)) {
            data.put("subscription_start_time", base.path(START).asText() + "T00:00:00Z");
            data.put(
                "subscription_end_time", base.path("next_invoice_date").asText() + "T00:00:00Z");
          }
        });
  }

  /** How far the renewals look ahead; of what is bought, how much is in use. */
  @Override
  public void show(ResolvedCall call, ObjectNode shown) {
    Parameter interval = call.operation().queryParameter(INTERVAL);
    if (interval != null && shown.has(INTERVAL)) {
      JsonNode asked = call.query(INTERVAL);
      shown.set(INTERVAL, asked.isMissingNode() ? interval.schema().defaultValue() : asked);
    }
    if (call.location().subresource().equals(USAGE)) {
      MergedSchema schema = Objects.requireNonNull(call.operation().response()).schema();
      PlanUsage.show(account(call), schema, shown);
    }
  }
}
