package dev.zoomkit.mock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.call.App;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.Errors;
import dev.zoomkit.mock.call.Refusal;
import dev.zoomkit.mock.call.Stated;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.description.Operation;
import dev.zoomkit.mock.description.Operation.KnownError;
import dev.zoomkit.mock.description.Parameter;
import dev.zoomkit.mock.description.Shape;
import dev.zoomkit.mock.model.Kind;
import dev.zoomkit.mock.model.Layout;
import dev.zoomkit.mock.model.Place;
import dev.zoomkit.mock.sampledata.Fresh;
import dev.zoomkit.mock.sampledata.Likeness;
import dev.zoomkit.mock.sampledata.Maker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that exists: the own account with its sub-accounts and what they hold, and beside it the
 * things of the description's examples, which never change and to which new things are likened. Not
 * thread-safe: {@code Engine} locks.
 */
public final class World {
  private static final String ACCOUNTS = "accounts";
  private static final Pattern OF_ANOTHER_ACCOUNT =
      Pattern.compile("^The \\w+ belongs to another account");
  private static final Pattern NUMBER_OF_A_WEBINAR = Pattern.compile("number is that of a webinar");

  private final Layout layout;
  private final Files files;
  private final Entity examples;
  private final Entity account;

  World(Layout layout, Files files, Entity examples, Entity account) {
    this.layout = layout;
    this.files = files;
    this.examples = examples;
    this.account = account;
  }

  /**
   * A world in which the own account and the examples' sub-account hold what the examples tell of.
   */
  public static World ofExamples(Layout layout, Files files) {
    Entity examples = Seeds.ofExamples(layout);
    Kind accounts =
        layout.kind(ACCOUNTS) == null ? new Kind(ACCOUNTS, null) : layout.kind(ACCOUNTS);
    Entity subAccount = examples.find(accounts, examples.key());
    ObjectNode subAccountData =
        subAccount == null ? Json.object().put("id", examples.key()) : subAccount.data();
    UnaryOperator<ObjectNode> owned =
        data -> renamed(files.local(data), examples.key(), App.ACCOUNT_ID);

    Entity account = new Entity(null, null, null, App.ACCOUNT_ID, owned.apply(subAccountData));
    account.fillFrom(examples, owned);
    account.collection(ACCOUNTS).clear();
    for (Entity other : examples.collection(ACCOUNTS)) {
      if (other != subAccount) {
        new Entity(accounts, account, null, other.key(), other.data().deepCopy()).addTo();
      }
    }
    Entity filled = new Entity(accounts, account, null, examples.key(), subAccountData.deepCopy());
    filled.fillFrom(examples, files::local);
    filled.collection(ACCOUNTS).clear();
    account.collection(ACCOUNTS).add(0, filled);
    return new World(layout, files, examples, account);
  }

  private static ObjectNode renamed(ObjectNode data, String from, String to) {
    JsonNode renamed = Json.parse(data.toString().replace("\"" + from + "\"", "\"" + to + "\""));
    return renamed instanceof ObjectNode object ? object : data;
  }

  /** A user of the own account by id or address; null where there is none. */
  public @Nullable Entity user(String name) {
    return user(account, name);
  }

  /** A user of an account by id or address; null where there is none. */
  public @Nullable Entity user(Entity ofAccount, String name) {
    Kind users = layout.kind("users");
    return users == null ? null : ofAccount.find(users, name);
  }

  /** Whether a user of any account has an address. */
  public boolean isUser(String address) {
    return accounts().anyMatch(one -> user(one, address) != null);
  }

  /** Whether an id is that of a user's personal meeting. */
  public boolean isPersonal(Entity ofAccount, String meetingId) {
    return ofAccount.collection("users").stream()
        .anyMatch(user -> user.data().path("pmi").asText().equals(meetingId));
  }

  public boolean isSubAccount(String id) {
    return account.collection(ACCOUNTS).stream().anyMatch(one -> one.key().equals(id));
  }

  private Stream<Entity> accounts() {
    return Stream.concat(Stream.of(account), account.collection(ACCOUNTS).stream());
  }

  /**
   * Adds a user to the own account, like the examples' first but for id and address.
   *
   * @throws IllegalArgumentException if the address is none, or is taken
   */
  public String addUser(Kind users, String email, Fresh fresh, Maker maker) {
    Shape address = users.properties().get("email");
    if (address != null && !address.accepts(TextNode.valueOf(email))) {
      throw new IllegalArgumentException("\"" + email + "\" is no e-mail address.");
    }
    if (isUser(email)) {
      throw new IllegalArgumentException("There is a user already with the address " + email + ".");
    }
    Entity example = examples.collection(users.slot()).get(0);
    ObjectNode data = Json.object();
    data.set("id", fresh.id(TextNode.valueOf(example.key())));
    data.put("email", email);
    Entity user = new Entity(users, account, null, data.get("id").asText(), data);
    Likeness likeness = account.standFor(examples, user.standFor(example, new Likeness()));
    Maker.Said said = new Maker.Said(users.creation(), users.change(), data);
    ObjectNode made = maker.object(users.properties(), said, example.data(), likeness, true);
    made.setAll(data.deepCopy());
    data.setAll(made);
    return user.addTo().key();
  }

  public Layout layout() {
    return layout;
  }

  /**
   * A call with the things it is about.
   *
   * @throws Refusal if one of the things that its path names does not exist
   */
  public Scene scene(Call call) {
    List<Entity> chain = chain(call);
    Place place = layout.place(call.operation());
    Likeness likeness = likeness(call, chain, chain.size());
    int around = place.role() == Place.Role.ITEM ? chain.size() - 1 : chain.size();
    return new Scene(
        call, place, chain, likeness, likeness(call, chain, around), new ArrayList<>());
  }

  private List<Entity> chain(Call call) {
    List<Entity> chain = new ArrayList<>();
    Place place = layout.place(call.operation());
    String accountId = place.atRoot() || call.own() ? null : call.path("accountId");
    chain.add(accountId == null ? account : account(call, accountId));
    for (Place.Step step : place.steps()) {
      String value = String.valueOf(call.path(step.parameter()));
      Entity found =
          isOwnAccount(step, value) ? account : found(chain, call.operation(), step, value);
      if (found == null) {
        throw missing(chain, call.operation(), step, value);
      }
      chain.add(found);
    }
    return chain;
  }

  /** What is not where the path looks for it may be elsewhere, and some rows say so. */
  private Refusal missing(List<Entity> chain, Operation operation, Place.Step step, String value) {
    Stated stated = new Stated(layout.errors(operation));
    KnownError row = stated.row(OF_ANOTHER_ACCOUNT);
    boolean outermost = chain.size() == 1;
    if (outermost
        && row != null
        && accounts().anyMatch(one -> one.find(step.kind(), value) != null)) {
      return Stated.refusal(row, "It belongs to another account: " + value + ".");
    }
    row = stated.row(NUMBER_OF_A_WEBINAR);
    Kind webinars = layout.kind("webinars");
    boolean webinar = outermost && webinars != null && chain.get(0).find(webinars, value) != null;
    return webinar && row != null
        ? Stated.refusal(row, "The number is that of a webinar: " + value + ".")
        : Errors.notFound(operation, Kind.stemOf(step.parameter()), value);
  }

  /**
   * An item of a collection; one that stands for a user is also found by the user's other names.
   */
  private @Nullable Entity found(
      List<Entity> chain, Operation operation, Place.Step step, String value) {
    Entity holder = chain.get(chain.size() - 1);
    Entity found = holder.find(step.kind(), value);
    Parameter parameter = operation.pathParameter(step.parameter());
    Kind users = layout.kind("users");
    if (found == null && users != null && parameter != null && parameter.isUser()) {
      Entity user = chain.get(0).find(users, value);
      found = user == null ? null : holder.find(step.kind(), user.data().path("email").asText());
    }
    return found;
  }

  private boolean isOwnAccount(Place.Step step, String value) {
    return step.parameter().equals("accountId")
        && (value.equals("me") || value.equals(account.key()));
  }

  private Entity account(Call call, String id) {
    if (id.equals("me") || id.equals(account.key())) {
      return account;
    }
    for (Entity subAccount : account.collection(ACCOUNTS)) {
      if (subAccount.key().equals(id)) {
        return subAccount;
      }
    }
    throw Errors.notFound(call.operation(), "account", id);
  }

  /** What stands for the examples' things on a call's way. */
  private Likeness likeness(Call call, List<Entity> chain, int upTo) {
    List<Entity> exampleChain = exampleChain(call.operation());
    Likeness likeness = new Likeness().named(files.folders());
    int outermost = isAboutAccounts(call.operation()) ? 1 : 0;
    for (int i = chain.size() - 1; i >= outermost; i--) {
      if (i < upTo) {
        chain.get(i).standFor(exampleChain.get(i), likeness);
      }
      Entity exampleOwner = exampleChain.get(i).owner();
      Entity owner = chain.get(i).owner();
      if (exampleOwner != null && owner != null) {
        owner.standFor(exampleOwner, likeness);
      }
    }
    return likeness;
  }

  /**
   * Whether an account is the thing of an operation, and not merely what the thing is in: the
   * examples have one id for both.
   */
  private boolean isAboutAccounts(Operation operation) {
    Place place = layout.place(operation);
    Kind accounts = layout.kind(ACCOUNTS);
    return accounts != null
        && (place.kind() == accounts
            || !place.steps().isEmpty() && place.steps().get(0).kind() == accounts);
  }

  /** The examples' things on an operation's way. */
  private List<Entity> exampleChain(Operation operation) {
    List<Entity> chain = new ArrayList<>(List.of(examples));
    for (Place.Step step : layout.place(operation).steps()) {
      Parameter parameter = operation.pathParameter(step.parameter());
      Entity last = chain.get(chain.size() - 1);
      Entity found = parameter == null ? null : last.find(step.kind(), parameter.example());
      chain.add(found != null ? found : last.collection(step.kind().slot()).get(0));
    }
    return chain;
  }

  /**
   * The first of the examples' things in a place, as the likeness for a new one; null where the
   * examples have none.
   */
  public @Nullable Entity example(Operation operation, Kind kind) {
    List<Entity> chain = exampleChain(operation);
    Entity holder =
        layout.place(operation).role() == Place.Role.OWNED
            ? chain.get(0)
            : chain.get(chain.size() - 1);
    return holder.collection(kind.slot()).stream().findFirst().orElse(null);
  }
}
