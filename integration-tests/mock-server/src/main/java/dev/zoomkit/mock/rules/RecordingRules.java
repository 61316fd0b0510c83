package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.DownloadFiles;
import dev.zoomkit.mock.store.Property;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation.DocumentedError;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recordings: those of a session are one resource with files in it, and not an empty list. What is
 * deleted is in the trash for 30 days unless it is deleted for good.
 */
final class RecordingRules implements Rule {
  private static final Duration TRASH = Duration.ofDays(30);
  private static final Pattern NOT_THERE = Pattern.compile("^The session(,| or) its recording");
  private static final String DELETED = DownloadFiles.DELETED;
  private static final String FILES = HeldRecordings.FILES;
  private static final String RECORDINGS = HeldRecordings.RECORDINGS;
  private static final Property UUID = new Property("uuid", "");
  private static final String HOST = "host_id";
  private static final String HOST_EMAIL = "host_email";
  private static final String RECOVERY = "status";

  private final ResourceStore store;
  private final ValueGenerator generator;

  RecordingRules(ResourceStore store, ValueGenerator generator) {
    this.store = store;
    this.generator = generator;
  }

  @Override
  public void check(ResolvedCall call) {
    JsonNode number = call.query("meeting_id");
    boolean isMissing = call.operation().errors().stream().anyMatch(RecordingRules::isAbsence);
    if (isList(call) && isMissing && !number.isMissingNode()) {
      refuseUnlessSome(call, number.asText());
    }
    if (!isOfFiles(call) && !(isMissing && call.session() != null)) {
      return;
    }
    boolean named =
        files(call).stream()
            .anyMatch(
                file -> isRecovery(call) || isForGood(call) ? !isLost(file.data()) : isThere(file));
    if (!named) {
      throw NotFoundErrors.notFound(call.operation(), "recording", call.subject().key());
    }
  }

  private static boolean isAbsence(DocumentedError row) {
    return row.missing().contains("recording") || NOT_THERE.matcher(row.meaning()).find();
  }

  private static void refuseUnlessSome(ResolvedCall call, String number) {
    if (call.members().stream().noneMatch(one -> one.data().path("id").asText().equals(number))) {
      throw NotFoundErrors.notFound(call.operation(), "recording", number);
    }
  }

  /** Whether a call is about the files of a session, or one of them. */
  private static boolean isOfFiles(ResolvedCall call) {
    ResourceType type = call.location().type();
    boolean listed = call.session() != null && type != null && type.name().equals(RECORDINGS);
    return listed || isRecovery(call);
  }

  private static boolean isRecovery(ResolvedCall call) {
    String subresource = call.location().subresource();
    return subresource.equals(RECORDINGS + "/" + RECOVERY)
        || subresource.equals(RECOVERY) && call.subject().isIn(RECORDINGS);
  }

  private static boolean isForGood(ResolvedCall call) {
    return call.query("action").asText().equals("delete");
  }

  /** All files that a call names, those in the trash among them. */
  static List<Resource> files(ResolvedCall call) {
    Resource session = call.session();
    if (session == null || call.subject() != session) {
      return List.of(call.subject());
    }
    List<Resource> all = session.collection(RECORDINGS);
    String name = HeldSessionRules.name(call, session);
    String uuid =
        !name.equals(session.key()) || all.isEmpty() ? name : uuid(all.get(all.size() - 1));
    return all.stream().filter(file -> uuid(file).equals(uuid)).toList();
  }

  static String uuid(Resource file) {
    return file.data().path("meeting_id").asText();
  }

  static boolean isThere(Resource file) {
    return !file.data().has(DELETED);
  }

  private boolean isLost(JsonNode file) {
    Instant deleted = TimeZones.instant(file.path(DELETED).asText());
    return deleted != null && deleted.plus(TRASH).isBefore(generator.instant());
  }

  /** Deletes and recovers files, in all lists that have them. */
  @Override
  public boolean carriesOut(ResolvedCall call) {
    boolean deletes = call.operation().method().equals("DELETE");
    if (!isOfFiles(call) || !deletes && !isRecovery(call)) {
      return false;
    }
    for (Resource file : files(call)) {
      if (isRecovery(call)) {
        inAllLists(call, file, data -> isLost(data) ? data : data.<ObjectNode>without(DELETED));
      } else if (isForGood(call)) {
        inAllLists(call, file, data -> null);
      } else if (isThere(file)) {
        trash(call, file);
      }
    }
    return true;
  }

  /** Moves a file to the trash, in all lists that have it. */
  void trash(ResolvedCall call, Resource file) {
    inAllLists(call, file, data -> data.put(DELETED, generator.timestamp()));
  }

  /**
   * Hands over the recordings of a user who is deleted, in all lists that have them.
   *
   * @param receiver who gets them; null where they go with the user
   */
  void handOver(Resource account, Resource user, @Nullable Resource receiver) {
    List<Resource> own = List.copyOf(user.collection(RECORDINGS));
    List<Resource> listed =
        account.collection(RECORDINGS).stream()
            .filter(one -> one.data().path(HOST).asText().equals(user.key()))
            .toList();
    if (receiver != null) {
      listed.forEach(recording -> recording.change(data -> beOf(data, receiver)));
      for (Resource recording : own) {
        ObjectNode data = recording.data().deepCopy();
        beOf(data, receiver);
        new Resource(recording.type(), receiver, null, recording.key(), data).addTo();
      }
      return;
    }
    for (Resource recording : Stream.concat(own.stream(), listed.stream()).toList()) {
      store.files().forget(recording.data());
      recording.remove();
      for (String kind : List.of("meetings", "webinars")) {
        String uuid = UUID.of(recording);
        Resource session = account.held(kind, uuid);
        if (session != null) {
          List.copyOf(session.collection(RECORDINGS)).stream()
              .filter(file -> uuid(file).equals(uuid))
              .forEach(Resource::remove);
        }
      }
    }
  }

  private static void beOf(ObjectNode recording, Resource host) {
    recording.put(HOST, host.key());
    if (recording.has(HOST_EMAIL)) {
      recording.set(HOST_EMAIL, host.data().path("email"));
    }
  }

  /** A change of a file; null where it makes an end of it. */
  private interface Change {
    @Nullable ObjectNode of(ObjectNode file);
  }

  private void inAllLists(ResolvedCall call, Resource file, Change change) {
    String uuid = uuid(file);
    String name = name(file.data());
    store.files().forget(file.data());
    Stream.concat(Stream.of(call.account()), call.account().collection("users").stream())
        .flatMap(holder -> holder.collection(RECORDINGS, UUID, uuid).stream())
        .toList()
        .forEach(recording -> change(recording, name, change));
    if (change.of((ObjectNode) file.data().deepCopy()) == null) {
      file.remove();
    } else {
      file.change(change::of);
    }
  }

  private static void change(Resource recording, String name, Change change) {
    ArrayNode files = Json.array();
    for (JsonNode file : recording.data().path(FILES)) {
      ObjectNode changed = file.deepCopy();
      changed = name(file).equals(name) ? change.of(changed) : changed;
      if (changed != null) {
        files.add(changed);
      }
    }
    if (files.isEmpty()) {
      recording.remove();
    } else {
      recording.change(data -> data.set(FILES, files));
    }
  }

  private static String name(JsonNode file) {
    return file.path("id").asText(file.path("download_url").asText());
  }

  @Override
  public List<Predicate<Resource>> selections(ResolvedCall call) {
    if (isOfFiles(call)) {
      List<Resource> named = files(call);
      return List.of(file -> named.contains(file) && isThere(file));
    }
    if (!isList(call)) {
      return List.of();
    }
    JsonNode number = call.query("meeting_id");
    List<Predicate<Resource>> selections = new ArrayList<>();
    if (!number.isMissingNode()) {
      selections.add(one -> one.data().path("id").asText().equals(number.asText()));
    }
    if (isOfToday(call)) {
      String today = today();
      selections.add(one -> one.data().path("start_time").asText().startsWith(today));
    }
    return selections;
  }

  /** Whether a call lists the recordings of a user or an account. */
  private static boolean isList(ResolvedCall call) {
    ResourceType type = call.location().type();
    return call.location().role() == Role.COLLECTION
        && call.session() == null
        && type != null
        && type.name().equals(RECORDINGS);
  }

  private static boolean isOfToday(ResolvedCall call) {
    return call.query("from").isMissingNode() && call.query("to").isMissingNode();
  }

  private String today() {
    return generator.timestamp().substring(0, "yyyy-MM-dd".length());
  }

  /** Shows of each recording the files that are there, or those in the trash. */
  @Override
  public List<Resource> listed(ResolvedCall call, List<Resource> kept) {
    if (!isList(call)) {
      return kept;
    }
    boolean trash = call.query("trash").asBoolean();
    boolean single = call.query("trash_type").asText().equals("recording_file");
    List<Resource> listed = new ArrayList<>();
    for (Resource recording : kept) {
      List<JsonNode> there = files(recording, file -> !file.has(DELETED));
      List<JsonNode> thrown = files(recording, file -> file.has(DELETED) && !isLost(file));
      boolean wholly = there.isEmpty();
      if (!trash && (!wholly || recording.data().path(FILES).isEmpty())) {
        listed.add(thrown.isEmpty() ? recording : with(recording, there));
      } else if (trash && !thrown.isEmpty() && single != wholly) {
        listed.add(with(recording, thrown));
      }
    }
    return listed;
  }

  private static List<JsonNode> files(Resource recording, Predicate<JsonNode> which) {
    List<JsonNode> files = new ArrayList<>();
    recording.data().path(FILES).forEach(files::add);
    return files.stream().filter(which).toList();
  }

  private static Resource with(Resource recording, List<JsonNode> files) {
    ObjectNode data = recording.data().deepCopy();
    data.putArray(FILES).addAll(files);
    HeldFiles.count(data, FILES);
    return new Resource(recording.type(), null, null, recording.key(), data);
  }

  @Override
  public @Nullable JsonNode facts(ResolvedCall call) {
    Content response = call.operation().response();
    if (response == null || !call.operation().method().equals("GET")) {
      return null;
    }
    if (isList(call) && isOfToday(call)) {
      MergedSchema end = response.schema().property("from");
      boolean timed = end != null && "date-time".equals(end.format());
      return Json.object()
          .put("from", timed ? today() + "T00:00:00Z" : today())
          .put("to", timed ? generator.timestamp() : today());
    }
    return isOfFiles(call) ? whole(call) : null;
  }

  /** What is known of a whole recording that was made while a session was held. */
  private static @Nullable JsonNode whole(ResolvedCall call) {
    List<Resource> files = files(call).stream().filter(RecordingRules::isThere).toList();
    String uuid = files.isEmpty() ? "" : uuid(files.get(0));
    return call.account().collection(RECORDINGS, SessionRows.INSTANCE, uuid).stream()
        .findFirst()
        .map(one -> with(one, files.stream().map(Resource::data).collect(Collectors.toList())))
        .map(one -> ((ObjectNode) one.data()).put("download_access_token", uuid))
        .orElse(null);
  }
}
