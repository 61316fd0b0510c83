package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import java.util.List;
import java.util.regex.Pattern;

/** Sub-accounts: their owner, and those that a call names. */
final class AccountRules implements Rule {
  private static final Pattern UNKNOWN_ACCOUNT =
      Pattern.compile("No sub-account is named, or one of them does not exist");

  private final ResourceStore store;
  private final ValueGenerator generator;

  AccountRules(ResourceStore store, ValueGenerator generator) {
    this.store = store;
    this.generator = generator;
  }

  @Override
  public void check(ResolvedCall call) {
    List<String> accounts = Json.texts(call.body().path("account_ids"));
    call.errors()
        .refuse(
            UNKNOWN_ACCOUNT,
            words -> accounts.isEmpty() || !accounts.stream().allMatch(store::isSubAccount),
            "These have to be sub-accounts: " + accounts + ".");
  }

  /** A new account has one user, who owns it. */
  @Override
  public void changed(ResolvedCall call, Resource account) {
    if (!call.isPost() || !account.isOf("accounts")) {
      return;
    }
    ResourceType users = store.users();
    JsonNode id = account.data().path("owner_id");
    if (users != null && id.isTextual()) {
      ObjectNode owner = call.body().deepCopy();
      owner.set("id", generator.id(id));
      account.change(
          data -> {
            data.set("owner_id", owner.get("id"));
            data.set("owner_email", owner.path("email"));
          });
      new Resource(users, account, null, owner.get("id").asText(), owner).addTo();
    }
  }
}
