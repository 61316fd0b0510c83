package dev.zoomkit.mock.store;

import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.DocumentedErrors;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.MacAddress;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceLocation.Step;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.Substitutions;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.DescribedOperation.DocumentedError;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the resources that a call is about. */
public final class CallResolver {
  private static final Pattern OF_ANOTHER_ACCOUNT =
      Pattern.compile("^The \\w+ belongs to another account");
  private static final Set<String> OF_ANY_SESSION =
      Set.of("Cloud Recording", "Archiving", "Meeting Summaries");
  private static final Pattern OF_HELD =
      Pattern.compile("/(metrics|report|past_\\w+)/|/(recordings|transcript|meeting_summary)\\b");
  private static final Pattern OF_RECORDINGS =
      Pattern.compile("/meetings/\\{\\w+}/(recordings|transcript)\\b");
  private static final String MEETINGS = "meetings";
  private static final String WEBINARS = "webinars";
  private static final String RECORDINGS = "recordings";
  private static final Pattern NUMBER_OF_A_WEBINAR = Pattern.compile("number is that of a webinar");
  private static final Pattern NO_NUMBER = Pattern.compile("^The meeting id is missing or invalid");
  private static final Pattern IS_NUMBER = Pattern.compile("\\d{9,11}");
  private static final Pattern IS_PERSONAL =
      Pattern.compile("^The number is the host's personal one");
  private static final Pattern IS_CONFERENCE =
      Pattern.compile("^A personal audio conference cannot be deleted");

  private final ResourceStore store;
  private final ResourceModel model;
  private final Resource account;
  private final Resource examples;
  private final Map<String, String> exampleFolders;
  private final Map<DescribedOperation, DocumentedErrors> errors = new HashMap<>();

  public CallResolver(ResourceStore store, DownloadFiles files) {
    this.store = store;
    this.model = store.model();
    this.account = store.account();
    this.examples = store.examples();
    this.exampleFolders = files.folders();
  }

  /**
   * A call with the resources that it is about.
   *
   * @throws ErrorResponseException if one that its path names does not exist
   */
  public ResolvedCall resolve(Call call) {
    ResourceLocation location = model.location(call.operation());
    DocumentedErrors stated =
        errors.computeIfAbsent(
            call.operation(),
            operation -> new DocumentedErrors(model.errors(operation), operation.errors()));
    List<Resource> path = path(call, location, stated);
    return new ResolvedCall(call, location, path, stated, examples(call, location, path));
  }

  private List<Resource> path(Call call, ResourceLocation location, DocumentedErrors errors) {
    List<Resource> path = new ArrayList<>();
    String accountId = location.atRoot() || call.own() ? null : call.path("accountId");
    path.add(accountId == null ? account : account(call, accountId));
    for (Step step : location.steps()) {
      String value = String.valueOf(call.path(step.parameter()));
      boolean own = step.parameter().equals("accountId") && isOwnAccount(value);
      Resource found = own ? account : found(path, call.operation(), step, value, errors);
      if (found == null && ResolvedCall.recovers(call, location)) {
        found = path.get(path.size() - 1).removed(step.type(), value);
      }
      if (found == null) {
        throw missing(path, call.operation(), step, value, errors);
      }
      path.add(found);
    }
    return path;
  }

  private Resource account(Call call, String id) {
    if (isOwnAccount(id)) {
      return account;
    }
    Resource subAccount = store.subAccount(id);
    if (subAccount == null) {
      throw NotFoundErrors.notFound(call.operation(), "account", id);
    }
    return subAccount;
  }

  private boolean isOwnAccount(String id) {
    return id.equals("me") || id.equals(account.key());
  }

  /**
   * An item of a collection; one that stands for a user is also found by the user's other names. Of
   * what is said in a session and shown nowhere, as its chat, there is whatever a call names and
   * none has deleted.
   */
  private @Nullable Resource found(
      List<Resource> path,
      DescribedOperation operation,
      Step step,
      String value,
      DocumentedErrors errors) {
    Resource holder = path.get(path.size() - 1);
    boolean mac = step.parameter().equals(MacAddress.PARAMETER);
    Resource found = holder.find(step.type(), mac ? MacAddress.digits(value) : value);
    Parameter parameter = operation.pathParameter(step.parameter());
    ResourceType webinars = model.type(WEBINARS);
    if (found == null && webinars != null && isOfAnySession(operation, step, errors)) {
      found = holder.find(webinars, value);
    }
    if (found == null && OF_HELD.matcher(operation.path()).find()) {
      found = held(holder, step.type(), value, isOfAnySession(operation, step, errors));
    }
    if (found == null && OF_RECORDINGS.matcher(operation.path()).find()) {
      found = recorded(holder, value);
    }
    if (found == null && step.type().views().isEmpty() && holder.isSession()) {
      return holder.hasLost(step.type(), value)
          ? null
          : new Resource(step.type(), holder, null, value, Json.object()).addTo();
    }
    if (found == null && parameter != null && parameter.isUser()) {
      Resource user = store.user(path.get(0), value);
      found = user == null ? null : holder.find(step.type(), user.data().path("email").asText());
    }
    return found;
  }

  /** A session that is gone, by the UUID of an instance: that is good for what was held. */
  private static @Nullable Resource held(
      Resource holder, ResourceType type, String uuid, boolean any) {
    Resource held = holder.held(type.name(), uuid);
    return held == null && any ? holder.held(WEBINARS, uuid) : held;
  }

  /** A session that is gone, by its number: its recordings stay, and are listed by that. */
  private static @Nullable Resource recorded(Resource holder, String number) {
    Resource meeting = holder.survivedBy(MEETINGS, number, RECORDINGS);
    return meeting == null ? holder.survivedBy(WEBINARS, number, RECORDINGS) : meeting;
  }

  /**
   * Whether a path that names a meeting means webinars as well, as those of recordings do unless
   * one of their errors says otherwise.
   */
  private static boolean isOfAnySession(
      DescribedOperation operation, Step step, DocumentedErrors errors) {
    return OF_ANY_SESSION.contains(operation.category())
        && step.type().name().equals(MEETINGS)
        && errors.own().row(NUMBER_OF_A_WEBINAR) == null;
  }

  /** What is not where the path looks for it may be elsewhere, and some errors say so. */
  private ErrorResponseException missing(
      List<Resource> path,
      DescribedOperation operation,
      Step step,
      String value,
      DocumentedErrors errors) {
    DocumentedError noMac = errors.own().row(MacAddress.NONE);
    if (noMac != null
        && step.parameter().equals(MacAddress.PARAMETER)
        && !MacAddress.isOne(value)) {
      return DocumentedErrors.error(noMac, MacAddress.refusal(value));
    }
    boolean outermost = path.size() == 1;
    DocumentedError other = outermost ? instead(path.get(0), operation, value, errors.own()) : null;
    if (other != null) {
      return DocumentedErrors.error(other, other.meaning() + " The call names " + value + ".");
    }
    DocumentedError row = errors.own().row(OF_ANOTHER_ACCOUNT);
    if (outermost
        && row != null
        && store.accounts().anyMatch(one -> one.find(step.type(), value) != null)) {
      return DocumentedErrors.error(row, "It belongs to another account: " + value + ".");
    }
    String word = step.type().word().replaceFirst("s$", "");
    boolean marked = NotFoundErrors.isMarked(operation, word);
    return NotFoundErrors.notFound(
        operation, marked ? word : ResourceType.stemOf(step.parameter()), value);
  }

  /** What an id is instead of that of a session; null where it is nothing else. */
  private @Nullable DocumentedError instead(
      Resource of, DescribedOperation operation, String id, DocumentedErrors errors) {
    ResourceType webinars = model.type(WEBINARS);
    if (errors.row(NUMBER_OF_A_WEBINAR) != null
        && webinars != null
        && of.find(webinars, id) != null) {
      return errors.row(NUMBER_OF_A_WEBINAR);
    }
    if (store.isHostless(of, id)) {
      return operation.errors().stream()
          .filter(row -> row.missing().contains("user"))
          .findFirst()
          .orElse(null);
    }
    if (store.isPersonal(of, id)) {
      return errors.row(IS_PERSONAL);
    }
    if (store.isConference(of, id)) {
      return errors.row(IS_CONFERENCE);
    }
    return IS_NUMBER.matcher(id).matches() ? null : errors.row(NO_NUMBER);
  }

  private ResolvedCall.Examples examples(
      Call call, ResourceLocation location, List<Resource> path) {
    List<Resource> examples = examplePath(call.operation(), location);
    int outermost = isAboutAccounts(location) ? 1 : 0;
    int around = location.role() == Role.ITEM ? path.size() - 1 : path.size();
    ResourceType type = location.type();
    Resource holder = examples.get(location.role() == Role.OWNED ? 0 : examples.size() - 1);
    Substitutions all = substitutions(examples, path, outermost, path.size());
    return new ResolvedCall.Examples(
        all,
        around == path.size() ? all : substitutions(examples, path, outermost, around),
        type == null ? null : holder.collection(type.name()).stream().findFirst().orElse(null));
  }

  /** The examples' resources on the way of an operation. */
  private List<Resource> examplePath(DescribedOperation operation, ResourceLocation location) {
    List<Resource> path = new ArrayList<>(List.of(examples));
    for (Step step : location.steps()) {
      Parameter parameter = operation.pathParameter(step.parameter());
      Resource last = path.get(path.size() - 1);
      Resource found = parameter == null ? null : last.find(step.type(), parameter.example());
      path.add(found != null ? found : last.collection(step.type().name()).get(0));
    }
    return path;
  }

  /**
   * Whether an account is what an operation is about, and not merely what that is in: the examples
   * have one id for both.
   */
  private boolean isAboutAccounts(ResourceLocation location) {
    ResourceType accounts = model.type("accounts");
    return accounts != null
        && (location.type() == accounts
            || !location.steps().isEmpty() && location.steps().get(0).type() == accounts);
  }

  /** What replaces the values of the examples' resources, the innermost first. */
  private Substitutions substitutions(
      List<Resource> examples, List<Resource> path, int outermost, int upTo) {
    Substitutions substitutions =
        new Substitutions()
            .named(exampleFolders)
            .without(name -> store.isStranger(path.get(0), name));
    for (int i = path.size() - 1; i >= outermost; i--) {
      if (i < upTo) {
        path.get(i).standFor(examples.get(i), substitutions);
      }
      Resource exampleOwner = examples.get(i).owner();
      Resource owner = path.get(i).owner();
      if (exampleOwner != null && owner != null) {
        owner.standFor(exampleOwner, substitutions);
      }
    }
    return substitutions;
  }
}
