package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.sampledata.RepresentationBuilder;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sub-accounts: their owner, and those that a call names. */
final class AccountRules implements Rule {
  private static final Pattern UNKNOWN_OWNER =
      Pattern.compile("user does not belong to the account");
  private static final Pattern NOBODY = Pattern.compile("^No user has this e-mail address");
  private static final Pattern OF_SUB_ACCOUNT =
      Pattern.compile("^The account is a sub-account of the master account already");
  private static final int BASIC_USER = 1;
  private static final String NUMBER = "account_number";
  private static final Pattern UNKNOWN_ACCOUNT =
      Pattern.compile("No sub-account is named, or one of them does not exist");

  private final ResourceStore store;
  private final ValueGenerator generator;
  private final RepresentationBuilder representations;
  private final MembershipRules memberships;
  private final BiConsumer<Resource, Resource> joins;

  /**
   * The rules of sub-accounts.
   *
   * @param joins makes of a user, the second, somebody new to an account, the first
   */
  AccountRules(
      ResourceStore store,
      ValueGenerator generator,
      MembershipRules memberships,
      BiConsumer<Resource, Resource> joins) {
    this.store = store;
    this.generator = generator;
    this.representations = new RepresentationBuilder(generator);
    this.memberships = memberships;
    this.joins = joins;
  }

  @Override
  public void check(ResolvedCall call) {
    List<String> accounts = Json.texts(call.body().path("account_ids"));
    call.errors()
        .refuse(
            UNKNOWN_ACCOUNT,
            words -> accounts.isEmpty() || !accounts.stream().allMatch(store::isSubAccount),
            "These have to be sub-accounts: " + accounts + ".");
    if (call.body().has("transfer_code")) {
      String address = call.body().path("email").asText();
      call.errors().refuse(NOBODY, words -> !store.isUser(address), "It is " + address + ".");
      call.errors()
          .refuse(
              OF_SUB_ACCOUNT, words -> store.user(address) == null, address + " belongs to one.");
    }
    call.errors()
        .refuse(
            UNKNOWN_OWNER,
            words -> owner(call) == null,
            "The account has no such user: " + call.body().path("email") + ".");
  }

  private @Nullable Resource owner(ResolvedCall call) {
    return store.user(call.account(), call.body().path("email").asText());
  }

  /** Who owned the account before is an administrator of it. */
  @Override
  public void after(ResolvedCall call) {
    Resource owner = call.location().subresource().equals("owner") ? owner(call) : null;
    Resource account = call.account();
    if (owner != null) {
      Resource before = store.user(account, account.data().path("owner_id").asText());
      if (before != null && before != owner) {
        memberships.give(account, before, RoleRules.ADMIN);
      }
      own(account, owner);
    }
  }

  /** Makes a user of an account its owner. */
  void own(Resource account, Resource owner) {
    memberships.give(account, owner, RoleRules.OWNER);
    account.change(
        data -> {
          data.put("owner_id", owner.key());
          data.set("owner_email", owner.data().path("email"));
        });
  }

  /** Of sub-accounts, those whose owner has the address and the number that the call asks for. */
  @Override
  public List<Predicate<Resource>> selections(ResolvedCall call) {
    String email = call.query("email").asText();
    String number = call.query("phone_number").asText();
    List<Predicate<Resource>> selections = new ArrayList<>();
    if (!email.isEmpty()) {
      selections.add(
          one ->
              !one.isOf("accounts")
                  || one.data().path("owner_email").asText().equalsIgnoreCase(email));
    }
    if (!number.isEmpty()) {
      selections.add(one -> !one.isOf("accounts") || ownerHas(one, number));
    }
    return selections;
  }

  private boolean ownerHas(Resource account, String number) {
    Resource owner = store.user(account, account.data().path("owner_email").asText());
    return owner != null
        && (owner.data().path("phone_number").asText().equals(number)
            || owner
                .data()
                .path("phone_numbers")
                .valueStream()
                .anyMatch(phone -> phone.path("number").asText().equals(number)));
  }

  /** A new account has a number of its own, and one user, who owns it and has no licence yet. */
  @Override
  public void changed(ResolvedCall call, Resource account) {
    if (!call.isPost() || !account.isOf("accounts")) {
      return;
    }
    JsonNode number = account.data().path(NUMBER);
    if (number.isIntegralNumber()) {
      account.change(data -> data.set(NUMBER, generator.id(number)));
    }
    if (store.users() != null) {
      ObjectNode person = Json.object().put("type", BASIC_USER);
      for (String name : List.of("email", "first_name", "last_name")) {
        Json.setIfKnown(person, name, call.body().get(name));
      }
      Resource owner = store.addUser(account, person, generator, representations);
      joins.accept(account, owner);
      own(account, owner);
    }
  }
}
