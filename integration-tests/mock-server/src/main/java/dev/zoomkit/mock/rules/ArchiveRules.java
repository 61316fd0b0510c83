package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Archives: what one held meeting has is what the list of all says of it, a file is named by its
 * own id, and the counts are those of the files that are there.
 */
final class ArchiveRules implements Rule {
  private static final String ARCHIVES = HeldArchives.ARCHIVES;
  private static final String STATISTICS = ARCHIVES + "/statistics";

  private final ResourceStore store;
  private final DelayRules delays;

  ArchiveRules(ResourceStore store, DelayRules delays) {
    this.store = store;
    this.delays = delays;
  }

  @Override
  public void check(ResolvedCall call) {
    Resource session = call.session();
    if (session != null && isOfOneMeeting(call) && archive(call) == null) {
      throw NotFoundErrors.notFound(
          call.operation(), "meeting", HeldSessionRules.name(call, session));
    }
  }

  private static boolean isOfOneMeeting(ResolvedCall call) {
    ResourceType type = call.location().type();
    return type != null && type.word().equals(ARCHIVES) && call.session() != null;
  }

  /** The archive of the meeting that a call names; null where it has none, or has it no more. */
  private @Nullable Resource archive(ResolvedCall call) {
    Resource session = call.session();
    if (session == null || !isOfOneMeeting(call)) {
      return null;
    }
    Resource archive = HeldSessionRules.row(call, session, ARCHIVES, "uuid", "id");
    return archive == null || !delays.isThere(archive) ? null : archive;
  }

  @Override
  public boolean carriesOut(ResolvedCall call) {
    String method = call.operation().method();
    Resource archive = archive(call);
    if (method.equals("DELETE") && archive != null) {
      store.files().forget(archive.data());
      archive.remove();
      return true;
    }
    if (!method.equals("PATCH")
        || call.location().role() != Role.ITEM
        || !call.subject().isOf(ARCHIVES)) {
      return false;
    }
    String id = String.valueOf(call.call().path(call.location().steps().get(0).parameter()));
    call.subject().change(data -> tag(data, id, call.body()));
    return true;
  }

  private static void tag(ObjectNode archive, String id, ObjectNode tags) {
    for (JsonNode file : archive.path(ARCHIVES)) {
      if (file.path("id").asText().equals(id)) {
        Json.merge((ObjectNode) file, tags);
      }
    }
  }

  @Override
  public @Nullable JsonNode facts(ResolvedCall call) {
    if (call.location().subresource().equals(STATISTICS)) {
      return statistics(call);
    }
    Resource archive = archive(call);
    return archive == null ? null : archive.data();
  }

  /** The files of the one archive that a call is about. */
  @Override
  public List<Resource> listed(ResolvedCall call, List<Resource> kept) {
    Resource archive = archive(call);
    if (archive == null) {
      return kept;
    }
    List<Resource> files = new ArrayList<>();
    for (JsonNode file : archive.data().path(ARCHIVES)) {
      files.add(
          new Resource(
              call.location().type(), null, null, file.path("id").asText(), file.deepCopy()));
    }
    return files;
  }

  /** How many files there are of what was held in the span that a call asks for. */
  private ObjectNode statistics(ResolvedCall call) {
    ObjectNode statistics = Json.object();
    ObjectNode extensions = statistics.putObject("statistic_by_file_extension");
    List.of("mp4", "m4a", "txt", "json", "vtt").forEach(one -> count(extensions, one, 0));
    ObjectNode states = statistics.putObject("statistic_by_file_status");
    List.of("processing", "completed", "failed").forEach(one -> count(states, one, 0));
    int total = 0;
    for (Resource archive : call.account().collection(ARCHIVES)) {
      Instant start = TimeZones.instant(archive.data().path("start_time").asText());
      Instant from = TimeZones.instant(call.query("from").asText());
      Instant to = TimeZones.instant(call.query("to").asText());
      boolean asked =
          start == null
              || (from == null || !start.isBefore(from)) && (to == null || !start.isAfter(to));
      asked &= delays.isThere(archive);
      for (JsonNode file : asked ? archive.data().path(ARCHIVES) : Json.array()) {
        total++;
        count(extensions, file.path("file_extension").asText(), 1);
        count(states, file.path("status").asText(), 1);
      }
    }
    return statistics.put("total_records", total);
  }

  private static void count(ObjectNode counts, String of, int more) {
    String name = of.toLowerCase(Locale.ROOT) + "_file_count";
    counts.put(name, counts.path(name).asInt() + more);
  }
}
