package dev.zoomkit.mock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.call.App;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.Input;
import dev.zoomkit.mock.sampledata.RepresentationBuilder;
import dev.zoomkit.mock.sampledata.Substitutions;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that exists: the own account with its sub-accounts and what they hold, and beside it the
 * things of the description's examples, which never change and to which new things are likened. Not
 * thread-safe: {@code CallHandler} locks.
 */
public final class ResourceStore {
  private static final String ACCOUNTS = "accounts";
  private static final Property PERSONAL = new Property("pmi", "");

  /** The ids and UUIDs of an account's sessions that went with their hosts. */
  private static final String HOSTLESS = "sessions>hostless";

  private final ResourceModel model;
  private final Resource examples;
  private final Resource account;
  private final DownloadFiles files;
  private Set<String> exampleKeys = Set.of();

  private ResourceStore(
      ResourceModel model, Resource examples, Resource account, DownloadFiles files) {
    this.model = model;
    this.files = files;
    this.examples = examples;
    this.account = account;
  }

  /**
   * A store in which the own account and the examples' sub-account hold what the examples tell of.
   */
  public static ResourceStore ofExamples(ResourceModel model, DownloadFiles files) {
    Resource examples = ExampleResources.ofExamples(model);
    ResourceType accounts =
        model.type(ACCOUNTS) == null ? new ResourceType(ACCOUNTS, null) : model.type(ACCOUNTS);
    Resource subAccount = examples.find(accounts, examples.key());
    ObjectNode subAccountData = Json.object().put("id", examples.key());
    if (subAccount != null) {
      subAccountData = subAccount.data().deepCopy();
    }
    TextNode exampleId = TextNode.valueOf(examples.key());
    UnaryOperator<ObjectNode> owned =
        data -> renamed(files.local(data), exampleId, TextNode.valueOf(App.ACCOUNT_ID));

    Resource account =
        new Resource(null, null, null, App.ACCOUNT_ID, owned.apply(subAccountData.deepCopy()));
    ResourceCopies.fill(account, examples, owned);
    account.clear(ACCOUNTS);
    for (Resource other : examples.collection(ACCOUNTS)) {
      if (other != subAccount) {
        new Resource(accounts, account, null, other.key(), other.data().deepCopy()).addTo();
      }
    }
    Resource filled = new Resource(accounts, account, null, examples.key(), subAccountData);
    ResourceCopies.fill(filled, examples, files::local);
    filled.clear(ACCOUNTS);
    filled.addTo().moveToFront();
    return new ResourceStore(model, examples, account, files);
  }

  /** The same data with a text in the place of another, wherever that is a whole value. */
  private static ObjectNode renamed(ObjectNode data, TextNode from, TextNode to) {
    for (var field : data.properties()) {
      field.setValue(renamed(field.getValue(), from, to));
    }
    return data;
  }

  private static JsonNode renamed(JsonNode value, TextNode from, TextNode to) {
    if (value instanceof ObjectNode object) {
      return renamed(object, from, to);
    }
    if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, renamed(array.get(i), from, to));
      }
    }
    return value.equals(from) ? to : value;
  }

  /** The own account. */
  public Resource account() {
    return account;
  }

  /** What the examples have, as one account; it never changes. */
  public Resource examples() {
    return examples;
  }

  /** The users of an account; null where the description knows none. */
  public @Nullable ResourceType users() {
    return model.type("users");
  }

  /** A user of the own account by id or address; null where there is none. */
  public @Nullable Resource user(String name) {
    return user(account, name);
  }

  /** A user of an account by id or address; null where there is none. */
  public @Nullable Resource user(Resource ofAccount, String name) {
    ResourceType users = users();
    return users == null ? null : ofAccount.find(users, name);
  }

  /** Whether a name is that of something that the examples have, and an account has not. */
  boolean isStranger(Resource toAccount, String name) {
    if (exampleKeys.isEmpty()) {
      exampleKeys = exampleKeys();
    }
    return exampleKeys.contains(name)
        && toAccount.collections().stream().noneMatch(all -> all.find(name) != null);
  }

  /** By what paths name the things of the examples. */
  private Set<String> exampleKeys() {
    Set<String> keys = new HashSet<>();
    for (ResourceType type : model.types()) {
      if (type.parent() == null && !type.parameter().isEmpty()) {
        examples.collection(type.name()).forEach(one -> keys.add(one.key()));
      }
    }
    return keys;
  }

  /** Whether a user of any account has an address. */
  public boolean isUser(String address) {
    return accounts().anyMatch(one -> user(one, address) != null);
  }

  /** Whether an id is that of a user's personal meeting. */
  public boolean isPersonal(Resource ofAccount, String meetingId) {
    return !ofAccount.collection("users", PERSONAL, meetingId).isEmpty();
  }

  /** Whether an id is that of a user's personal audio conference. */
  boolean isConference(Resource ofAccount, String id) {
    return ofAccount.collection("users").stream()
        .flatMap(user -> user.collection("pac").stream())
        .anyMatch(one -> one.data().path("conference_id").asText().equals(id));
  }

  /** Remembers of a session that it goes with its host. */
  public void goesWithItsHost(Resource ofAccount, Resource session) {
    ObjectNode hostless = ofAccount.documents().computeIfAbsent(HOSTLESS, absent -> Json.object());
    ResourceCollection.Names names = session.names();
    Stream.concat(names.exact().stream(), names.identities().stream())
        .forEach(name -> hostless.put(name, true));
  }

  /** Whether an id or UUID is that of a session whose host was deleted, and it too. */
  boolean isHostless(Resource ofAccount, String id) {
    return ofAccount.documents().getOrDefault(HOSTLESS, Json.object()).has(id);
  }

  public boolean isSubAccount(String id) {
    return subAccount(id) != null;
  }

  /** A sub-account; null where there is none of that id. */
  @Nullable Resource subAccount(String id) {
    return account.withKey(ACCOUNTS, id);
  }

  /**
   * An account.
   *
   * @param id null and {@code me} for the own one
   * @return null where there is none of that id
   */
  public @Nullable Resource account(@Nullable String id) {
    return id == null || id.equals("me") || id.equals(account.key()) ? account : subAccount(id);
  }

  /** Whether a resource of an account is one that the description's examples tell of. */
  public boolean isOfExamples(Resource resource) {
    ResourceType type = resource.type();
    return type != null && examples.withKey(type.name(), resource.key()) != null;
  }

  /** The same of what another thing holds. */
  public boolean isOfExamples(Resource holder, Resource item) {
    Resource example =
        holder.type() == null ? examples : examples.withKey(holder.type().name(), holder.key());
    return example != null
        && item.type() != null
        && example.withKey(item.type().name(), item.key()) != null;
  }

  /** The files that responses link to. */
  public DownloadFiles files() {
    return files;
  }

  /** The own account and its sub-accounts. */
  Stream<Resource> accounts() {
    return Stream.concat(Stream.of(account), account.collection(ACCOUNTS).stream());
  }

  /**
   * Adds a user to the own account, like the examples' first but for id and address.
   *
   * @throws IllegalArgumentException if the address is none, or is taken
   */
  public Resource addUser(
      String email, ValueGenerator generator, RepresentationBuilder representations) {
    requireAddress(email);
    if (isUser(email)) {
      throw new IllegalArgumentException("There is a user already with the address " + email + ".");
    }
    return addUser(account, Json.object().put("email", email), generator, representations);
  }

  /**
   * Lets an e-mail address pass.
   *
   * @throws IllegalArgumentException if it is none by the description
   */
  public void requireAddress(String email) {
    ResourceType users = users();
    if (users == null) {
      throw new IllegalStateException("The description knows no users.");
    }
    MergedSchema address = users.properties().get("email");
    if (address != null && !address.accepts(TextNode.valueOf(email))) {
      throw new IllegalArgumentException("\"" + email + "\" is no e-mail address.");
    }
  }

  /** Adds a user to an account, like the examples' first but for what is given, and the id. */
  public Resource addUser(
      Resource toAccount,
      ObjectNode given,
      ValueGenerator generator,
      RepresentationBuilder representations) {
    ResourceType users = Objects.requireNonNull(users());
    Resource example = examples.collection(users.name()).get(0);
    ObjectNode data = given.deepCopy();
    data.set("id", generator.id(TextNode.valueOf(example.key())));
    Resource user = new Resource(users, toAccount, null, data.get("id").asText(), data);
    Substitutions substitutions =
        toAccount.standFor(examples, user.nameFor(example, new Substitutions()));
    Input input = new Input(users.creation(), users.change(), data);
    ObjectNode made =
        representations.object(
            users.properties(), input, users.sample(example.data()), substitutions, true);
    made.setAll(data);
    user.change(known -> known.setAll(made));
    return user.addTo();
  }

  /** A document that the examples have for things like this one; empty where they have none. */
  public ObjectNode exampleOf(Resource like, String document) {
    boolean isAccount = like.type() == null || like.isOf(ACCOUNTS);
    Resource example = isAccount ? examples : examples.collection(like.type().name()).get(0);
    return example.documents().getOrDefault(document, Json.object());
  }

  public ResourceModel model() {
    return model;
  }
}
