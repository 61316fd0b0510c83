package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SIP trunks, which sub-accounts have of the master account, and the countries called over them.
 */
final class SipTrunkRules implements Rule {
  private static final String SIP_TRUNK = "sip_trunk/";
  private static final String TRUNKS = SIP_TRUNK + "trunks";
  private static final String COUNTRIES = SIP_TRUNK + "callout_countries";
  private static final String CALLING_CODE = "code";
  private static final Pattern NO_TRUNK = Pattern.compile("trunk configuration is missing or");
  private static final Pattern INVALID =
      Pattern.compile("only a master .* or a parameter is invalid");
  private static final Set<String> COUNTRY_CODES = Set.of(Locale.getISOCountries());

  private final ResourceStore store;

  SipTrunkRules(ResourceStore store) {
    this.store = store;
  }

  @Override
  public void check(ResolvedCall call) {
    ResourceType type = call.location().type();
    if (!call.creates() || type == null || !type.name().startsWith(SIP_TRUNK)) {
      return;
    }
    List<String> ids = call.given().stream().map(one -> one.path("id").asText()).toList();
    call.errors()
        .own()
        .refuse(
            NO_TRUNK,
            words -> ids.isEmpty() || ids.stream().anyMatch(id -> ofMaster(id) == null),
            "These have to be trunks of the master account: " + ids + ".");
    call.errors()
        .own()
        .refuse(
            INVALID,
            words -> !COUNTRY_CODES.containsAll(ids),
            "These have to be codes of countries: " + ids + ".");
  }

  private @Nullable Resource ofMaster(String trunk) {
    return store.account().withKey(TRUNKS, trunk);
  }

  @Override
  public void changed(ResolvedCall call, Resource resource) {
    if (call.creates() && resource.isOf(COUNTRIES)) {
      resource.change(country -> name(country, resource.key()));
    }
    Resource trunk = call.creates() && resource.isOf(TRUNKS) ? ofMaster(resource.key()) : null;
    if (trunk != null) {
      resource.change(data -> complete(data, trunk.data(), call.given()));
    }
  }

  /** Gives a country its name, and its calling code where the examples have that. */
  private void name(ObjectNode country, String id) {
    country.put("name", new Locale("", id).getDisplayCountry(Locale.ENGLISH));
    Resource known = store.examples().withKey(COUNTRIES, id);
    country.remove(CALLING_CODE);
    if (known != null) {
      Json.setIfKnown(country, CALLING_CODE, known.data().get(CALLING_CODE));
    }
  }

  /** Lets a trunk be as the master account has it, but for what a call says of it. */
  private static void complete(ObjectNode trunk, JsonNode ofMaster, List<JsonNode> given) {
    for (var field : ofMaster.properties()) {
      if (given.stream().noneMatch(one -> isSaid(one, trunk, field.getKey()))) {
        trunk.set(field.getKey(), field.getValue().deepCopy());
      }
    }
  }

  private static boolean isSaid(JsonNode given, JsonNode trunk, String field) {
    return given.path("id").equals(trunk.path("id")) && given.has(field);
  }
}
