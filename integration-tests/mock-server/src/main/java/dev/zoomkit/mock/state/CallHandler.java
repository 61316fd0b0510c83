package dev.zoomkit.mock.state;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.Occasion;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.rules.Rules;
import dev.zoomkit.mock.sampledata.Completion;
import dev.zoomkit.mock.sampledata.RepresentationBuilder;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.CallResolver;
import dev.zoomkit.mock.store.DownloadFiles;
import dev.zoomkit.mock.store.Inventory;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.ApiDescription.FieldProblem;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.MergedSchema;
import dev.zoomkit.spec.reader.Typos;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries out calls on what exists. {@link Writes} and {@link Reads} do so for every operation
 * alike, by the location that {@link ResourceModel} gives it; {@link Rules} adds what the
 * description cannot tell. Thread-safe: one call at a time.
 */
public final class CallHandler {
  private static final String DOWNLOAD_TOKEN = "download_access_token";
  private static final Duration DOWNLOAD_TOKEN_LIFE = Duration.ofHours(1);

  private final ResourceStore store;
  private final CallResolver resolver;
  private final ValueGenerator generator;
  private final RepresentationBuilder representations;
  private final Rules rules;
  private final Reads reads;
  private final Writes writes;
  private final DownloadFiles files;
  private final Function<Duration, String> downloadTokens;
  private final @Nullable Completion completion;

  CallHandler(Surroundings around, ResourceStore store, boolean everyField) {
    this.store = store;
    this.files = store.files();
    this.resolver = new CallResolver(store, files);
    this.generator = new ValueGenerator(around.idSeed(), around.clock());
    this.representations = new RepresentationBuilder(generator);
    this.rules = new Rules(store, generator, around.delay(), around.circumstances());
    this.reads = new Reads(store.model(), representations, new PageCutter(around.clock()), rules);
    this.writes = new Writes(store.model(), generator, representations, reads, files);
    this.downloadTokens = around.downloadTokens();
    this.completion = everyField ? new Completion(generator) : null;
  }

  /** Lets whoever is in the own account, if anybody, own it. */
  synchronized void giveAccountToFirstUser() {
    Resource account = store.account();
    for (Resource user : account.collection("users")) {
      rules.begin(account, user);
      return;
    }
  }

  /** The success that a call has; its effects have then taken place. */
  public synchronized Response execute(Call call) {
    rules.checkAssumed(call.operation());
    ResolvedCall resolved = resolver.resolve(call);
    rules.check(resolved);
    if (!rules.carryOut(resolved)) {
      writes.write(resolved);
    }
    rules.complete(resolved);
    ObjectNode response = reads.show(resolved);
    Content content = call.operation().response();
    if (completion != null && content != null) {
      completion.complete(response, content.schema(), content.example());
    }
    showDownloadToken(call, response);
    files.tell(response);
    return encoded(call, response);
  }

  /**
   * The id of the user that a call's path names, or who hosts its meeting or webinar; null where
   * there is none.
   */
  public synchronized @Nullable String host(Call call) {
    try {
      Resource subject = resolver.resolve(call).subject();
      Resource host = subject.isSession() ? subject.owner() : subject;
      return host == null ? null : host.key();
    } catch (ErrorResponseException absent) {
      return null;
    }
  }

  /** A file by the path of the link that a response had; null where none did. */
  public @Nullable Response file(String path) {
    return files.get(path);
  }

  /**
   * Holds a seed against what the description shows of its operation's things.
   *
   * @throws IllegalArgumentException if it has a field that nobody knows, or a value that none
   *     takes; the message says why the schema does not that comes nearest to it
   */
  public void checkSeed(DescribedOperation operation, ObjectNode seed) {
    List<MergedSchema> schemas = store.model().schemas(operation);
    Typos.refuseFields(schemas, seed, "");
    for (var field : seed.properties()) {
      JsonNode value = field.getValue();
      List<MergedSchema> known =
          schemas.stream()
              .map(schema -> schema.property(field.getKey()))
              .filter(Objects::nonNull)
              .toList();
      if (!value.isNull() && known.stream().noneMatch(schema -> schema.accepts(value))) {
        throw new IllegalArgumentException(
            operation + " takes no such seed: " + problems(field.getKey(), value, known) + ".");
      }
    }
  }

  /** What is wrong with a value, by that schema that comes nearest to it. */
  private static String problems(String at, JsonNode value, List<MergedSchema> schemas) {
    return schemas.stream()
        .map(schema -> schema.problems(value))
        .min(Comparator.comparingInt(List::size))
        .orElse(List.of(new FieldProblem("", "nobody knows it")))
        .stream()
        .map(one -> (one.field().isEmpty() ? at + ": " : at + ".") + one)
        .collect(joining("; "));
  }

  /**
   * Creates what a creating operation's body says, or adds a row to what a listing operation lists;
   * returns the keys.
   */
  public synchronized List<String> seed(Call call) {
    ResourceLocation location = store.model().location(call.operation());
    if (location.type() == null || location.role() == Role.ITEM) {
      throw new IllegalArgumentException(
          call.operation() + " neither creates nor lists anything that the mock keeps.");
    }
    ResolvedCall resolved = resolver.resolve(call);
    String addresses = addresses(resolved);
    rules.check(resolved);
    List<Resource> collection = resolved.holder().collection(location.type().name());
    int before = collection.size();
    if (resolved.creates()) {
      writes.write(resolved);
    } else {
      writes.row(resolved, location.type());
    }
    rules.complete(resolved);
    List<String> keys = resolved.results().stream().map(Resource::key).toList();
    if (collection.size() < before + keys.size()) {
      throw new IllegalArgumentException(
          "There is one already that goes by the same "
              + (addresses.isEmpty() ? "id: " + String.join(", ", keys) : "email: " + addresses)
              + ".");
    }
    return keys;
  }

  /** The e-mail addresses in a seed, where it says no ids. */
  private static String addresses(ResolvedCall call) {
    String key = Objects.requireNonNull(call.location().type()).keyName();
    return call.given().stream()
        .filter(one -> one.has("email") && !one.has(key))
        .map(one -> one.get("email").asText())
        .collect(joining(", "));
  }

  /** The id of a user of the own account, by id or e-mail address; null where there is none. */
  public synchronized @Nullable String userId(String name) {
    Resource user = store.user(name);
    return user == null ? null : user.key();
  }

  /** What there is, in numbers: a row for each account. */
  public synchronized ArrayNode inventory() {
    return Inventory.of(store);
  }

  /** Adds a user to the own account; its id is new. */
  public synchronized String addUser(String email) {
    Resource user = store.addUser(email, generator, representations);
    rules.joins(store.account(), user);
    return user.key();
  }

  /**
   * Holds a session, from its beginning to its end.
   *
   * @return the UUID of the instance
   * @throws IllegalArgumentException if it cannot be held so; the message says what is right
   */
  public synchronized String hold(Occasion occasion) {
    return rules.hold(occasion);
  }

  /**
   * Begins a session, which runs until it is ended.
   *
   * @return the UUID of the instance
   * @throws IllegalArgumentException if it cannot be held so; the message says what is right
   */
  public synchronized String begin(Occasion occasion) {
    return rules.begin(occasion);
  }

  /** Zoom gives a token for the files alone where the call asks for it. */
  private void showDownloadToken(Call call, ObjectNode response) {
    if (response.has(DOWNLOAD_TOKEN)) {
      if (call.query("include_fields").asText().contains(DOWNLOAD_TOKEN)) {
        Duration life =
            Duration.ofSeconds(call.query("ttl").asLong(DOWNLOAD_TOKEN_LIFE.toSeconds()));
        response.put(DOWNLOAD_TOKEN, downloadTokens.apply(life));
      } else {
        response.remove(DOWNLOAD_TOKEN);
      }
    }
  }

  /** A response that is an array is that of the example: nothing is kept that it could tell of. */
  private static Response encoded(Call call, ObjectNode response) {
    DescribedOperation operation = call.operation();
    String binary = operation.binaryResponse();
    boolean download = operation.response() == null || call.query("download").asBoolean();
    if (binary != null && download) {
      String names = String.join(" ", call.path().values());
      String text = "%PDF-1.4\n% " + operation.id() + " " + names + "\n%%EOF\n";
      return Response.of(operation.success(), binary, text);
    }
    Content content = operation.response();
    if (content == null) {
      return Response.empty(operation.success());
    }
    boolean array = content.example().isArray();
    return Response.json(operation.success(), array ? content.example() : response);
  }
}
