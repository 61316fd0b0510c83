package dev.zoomkit.mock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.call.App;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.DocumentedErrors;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.description.ApiOperation;
import dev.zoomkit.mock.description.ApiOperation.DocumentedError;
import dev.zoomkit.mock.description.Json;
import dev.zoomkit.mock.description.MergedSchema;
import dev.zoomkit.mock.description.Parameter;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.RepresentationBuilder;
import dev.zoomkit.mock.sampledata.Substitutions;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that exists: the own account with its sub-accounts and what they hold, and beside it the
 * things of the description's examples, which never change and to which new things are likened. Not
 * thread-safe: {@code CallExecutor} locks.
 */
public final class ResourceStore {
  private static final String ACCOUNTS = "accounts";
  private static final Pattern OF_ANOTHER_ACCOUNT =
      Pattern.compile("^The \\w+ belongs to another account");
  private static final Pattern NUMBER_OF_A_WEBINAR = Pattern.compile("number is that of a webinar");

  private final ResourceModel model;
  private final DownloadFiles files;
  private final Resource examples;
  private final Resource account;

  ResourceStore(ResourceModel model, DownloadFiles files, Resource examples, Resource account) {
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
    ObjectNode subAccountData =
        subAccount == null ? Json.object().put("id", examples.key()) : subAccount.data();
    UnaryOperator<ObjectNode> owned =
        data -> renamed(files.local(data), examples.key(), App.ACCOUNT_ID);

    Resource account = new Resource(null, null, null, App.ACCOUNT_ID, owned.apply(subAccountData));
    account.fillFrom(examples, owned);
    account.collection(ACCOUNTS).clear();
    for (Resource other : examples.collection(ACCOUNTS)) {
      if (other != subAccount) {
        new Resource(accounts, account, null, other.key(), other.data().deepCopy()).addTo();
      }
    }
    Resource filled =
        new Resource(accounts, account, null, examples.key(), subAccountData.deepCopy());
    filled.fillFrom(examples, files::local);
    filled.collection(ACCOUNTS).clear();
    account.collection(ACCOUNTS).add(0, filled);
    return new ResourceStore(model, files, examples, account);
  }

  private static ObjectNode renamed(ObjectNode data, String from, String to) {
    JsonNode renamed = Json.parse(data.toString().replace("\"" + from + "\"", "\"" + to + "\""));
    return renamed instanceof ObjectNode object ? object : data;
  }

  /** A user of the own account by id or address; null where there is none. */
  public @Nullable Resource user(String name) {
    return user(account, name);
  }

  /** A user of an account by id or address; null where there is none. */
  public @Nullable Resource user(Resource ofAccount, String name) {
    ResourceType users = model.type("users");
    return users == null ? null : ofAccount.find(users, name);
  }

  /** Whether a user of any account has an address. */
  public boolean isUser(String address) {
    return accounts().anyMatch(one -> user(one, address) != null);
  }

  /** Whether an id is that of a user's personal meeting. */
  public boolean isPersonal(Resource ofAccount, String meetingId) {
    return ofAccount.collection("users").stream()
        .anyMatch(user -> user.data().path("pmi").asText().equals(meetingId));
  }

  public boolean isSubAccount(String id) {
    return account.collection(ACCOUNTS).stream().anyMatch(one -> one.key().equals(id));
  }

  private Stream<Resource> accounts() {
    return Stream.concat(Stream.of(account), account.collection(ACCOUNTS).stream());
  }

  /**
   * Adds a user to the own account, like the examples' first but for id and address.
   *
   * @throws IllegalArgumentException if the address is none, or is taken
   */
  public String addUser(
      ResourceType users,
      String email,
      ValueGenerator generator,
      RepresentationBuilder representations) {
    MergedSchema address = users.properties().get("email");
    if (address != null && !address.accepts(TextNode.valueOf(email))) {
      throw new IllegalArgumentException("\"" + email + "\" is no e-mail address.");
    }
    if (isUser(email)) {
      throw new IllegalArgumentException("There is a user already with the address " + email + ".");
    }
    Resource example = examples.collection(users.name()).get(0);
    ObjectNode data = Json.object();
    data.set("id", generator.id(TextNode.valueOf(example.key())));
    data.put("email", email);
    Resource user = new Resource(users, account, null, data.get("id").asText(), data);
    Substitutions substitutions =
        account.standFor(examples, user.standFor(example, new Substitutions()));
    RepresentationBuilder.Input input =
        new RepresentationBuilder.Input(users.creation(), users.change(), data);
    ObjectNode made =
        representations.object(users.properties(), input, example.data(), substitutions, true);
    made.setAll(data.deepCopy());
    data.setAll(made);
    return user.addTo().key();
  }

  public ResourceModel model() {
    return model;
  }

  /**
   * A call with the things it is about.
   *
   * @throws ErrorResponseException if one of the things that its path names does not exist
   */
  public ResolvedCall resolved(Call call) {
    List<Resource> chain = chain(call);
    ResourceLocation location = model.location(call.operation());
    Substitutions substitutions = substitutions(call, chain, chain.size());
    int around = location.role() == ResourceLocation.Role.ITEM ? chain.size() - 1 : chain.size();
    return new ResolvedCall(
        call,
        location,
        chain,
        substitutions,
        substitutions(call, chain, around),
        new ArrayList<>());
  }

  private List<Resource> chain(Call call) {
    List<Resource> chain = new ArrayList<>();
    ResourceLocation location = model.location(call.operation());
    String accountId = location.atRoot() || call.own() ? null : call.path("accountId");
    chain.add(accountId == null ? account : account(call, accountId));
    for (ResourceLocation.Step step : location.steps()) {
      String value = String.valueOf(call.path(step.parameter()));
      Resource found =
          isOwnAccount(step, value) ? account : found(chain, call.operation(), step, value);
      if (found == null) {
        throw missing(chain, call.operation(), step, value);
      }
      chain.add(found);
    }
    return chain;
  }

  /** What is not where the path looks for it may be elsewhere, and some rows say so. */
  private ErrorResponseException missing(
      List<Resource> chain, ApiOperation operation, ResourceLocation.Step step, String value) {
    DocumentedErrors errors = new DocumentedErrors(model.errors(operation));
    DocumentedError row = errors.row(OF_ANOTHER_ACCOUNT);
    boolean outermost = chain.size() == 1;
    if (outermost
        && row != null
        && accounts().anyMatch(one -> one.find(step.type(), value) != null)) {
      return DocumentedErrors.error(row, "It belongs to another account: " + value + ".");
    }
    row = errors.row(NUMBER_OF_A_WEBINAR);
    ResourceType webinars = model.type("webinars");
    boolean webinar = outermost && webinars != null && chain.get(0).find(webinars, value) != null;
    return webinar && row != null
        ? DocumentedErrors.error(row, "The number is that of a webinar: " + value + ".")
        : NotFoundErrors.notFound(operation, ResourceType.stemOf(step.parameter()), value);
  }

  /**
   * An item of a collection; one that stands for a user is also found by the user's other names.
   */
  private @Nullable Resource found(
      List<Resource> chain, ApiOperation operation, ResourceLocation.Step step, String value) {
    Resource holder = chain.get(chain.size() - 1);
    Resource found = holder.find(step.type(), value);
    Parameter parameter = operation.pathParameter(step.parameter());
    ResourceType users = model.type("users");
    if (found == null && users != null && parameter != null && parameter.isUser()) {
      Resource user = chain.get(0).find(users, value);
      found = user == null ? null : holder.find(step.type(), user.data().path("email").asText());
    }
    return found;
  }

  private boolean isOwnAccount(ResourceLocation.Step step, String value) {
    return step.parameter().equals("accountId")
        && (value.equals("me") || value.equals(account.key()));
  }

  private Resource account(Call call, String id) {
    if (id.equals("me") || id.equals(account.key())) {
      return account;
    }
    for (Resource subAccount : account.collection(ACCOUNTS)) {
      if (subAccount.key().equals(id)) {
        return subAccount;
      }
    }
    throw NotFoundErrors.notFound(call.operation(), "account", id);
  }

  /** What stands for the examples' things on a call's way. */
  private Substitutions substitutions(Call call, List<Resource> chain, int upTo) {
    List<Resource> exampleChain = exampleChain(call.operation());
    Substitutions substitutions = new Substitutions().named(files.folders());
    int outermost = isAboutAccounts(call.operation()) ? 1 : 0;
    for (int i = chain.size() - 1; i >= outermost; i--) {
      if (i < upTo) {
        chain.get(i).standFor(exampleChain.get(i), substitutions);
      }
      Resource exampleOwner = exampleChain.get(i).owner();
      Resource owner = chain.get(i).owner();
      if (exampleOwner != null && owner != null) {
        owner.standFor(exampleOwner, substitutions);
      }
    }
    return substitutions;
  }

  /**
   * Whether an account is the thing of an operation, and not merely what the thing is in: the
   * examples have one id for both.
   */
  private boolean isAboutAccounts(ApiOperation operation) {
    ResourceLocation location = model.location(operation);
    ResourceType accounts = model.type(ACCOUNTS);
    return accounts != null
        && (location.type() == accounts
            || !location.steps().isEmpty() && location.steps().get(0).type() == accounts);
  }

  /** The examples' things on an operation's way. */
  private List<Resource> exampleChain(ApiOperation operation) {
    List<Resource> chain = new ArrayList<>(List.of(examples));
    for (ResourceLocation.Step step : model.location(operation).steps()) {
      Parameter parameter = operation.pathParameter(step.parameter());
      Resource last = chain.get(chain.size() - 1);
      Resource found = parameter == null ? null : last.find(step.type(), parameter.example());
      chain.add(found != null ? found : last.collection(step.type().name()).get(0));
    }
    return chain;
  }

  /**
   * The first of the examples' things in a place, as the example for a new one; null where the
   * examples have none.
   */
  public @Nullable Resource example(ApiOperation operation, ResourceType type) {
    List<Resource> chain = exampleChain(operation);
    Resource holder =
        model.location(operation).role() == ResourceLocation.Role.OWNED
            ? chain.get(0)
            : chain.get(chain.size() - 1);
    return holder.collection(type.name()).stream().findFirst().orElse(null);
  }
}
