package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.spec.reader.Json;
import org.jspecify.annotations.Nullable;

/**
 * Transcripts: that of a session is one of the files of its recording. One that is deleted is told
 * of, and cannot be downloaded.
 */
final class TranscriptRules implements Rule {
  private static final String TRANSCRIPT = "transcript";

  private final RecordingRules recordings;

  TranscriptRules(RecordingRules recordings) {
    this.recordings = recordings;
  }

  @Override
  public void check(ResolvedCall call) {
    if (isOfTranscript(call)) {
      Resource file = file(call);
      if (file == null || deletes(call) && !RecordingRules.isThere(file)) {
        throw NotFoundErrors.notFound(call.operation(), TRANSCRIPT, call.subject().key());
      }
    }
  }

  private static boolean isOfTranscript(ResolvedCall call) {
    return call.subject().isSession()
        && call.location().role() == Role.DOCUMENT
        && call.location().subresource().equals(TRANSCRIPT);
  }

  private static boolean deletes(ResolvedCall call) {
    return call.operation().method().equals("DELETE");
  }

  /** The transcript of the instance that a call names; null where none was made. */
  private static @Nullable Resource file(ResolvedCall call) {
    return RecordingRules.files(call).stream()
        .filter(file -> file.data().path("file_type").asText().equals("TRANSCRIPT"))
        .findFirst()
        .orElse(null);
  }

  @Override
  public boolean carriesOut(ResolvedCall call) {
    Resource file = isOfTranscript(call) && deletes(call) ? file(call) : null;
    if (file != null) {
      recordings.trash(call, file);
    }
    return file != null;
  }

  @Override
  public @Nullable JsonNode facts(ResolvedCall call) {
    Resource file = isOfTranscript(call) ? file(call) : null;
    if (file == null) {
      return null;
    }
    JsonNode session = call.subject().data();
    ObjectNode facts = Json.object();
    facts.put("meeting_id", RecordingRules.uuid(file)).put("account_id", call.account().key());
    facts.set("meeting_topic", session.path("topic"));
    facts.set("host_id", session.path("host_id"));
    facts.set("transcript_created_time", file.data().path("recording_end"));
    facts.put("can_download", RecordingRules.isThere(file));
    if (RecordingRules.isThere(file)) {
      facts.set("download_url", file.data().path("download_url"));
    } else {
      facts.put("download_restriction_reason", "DELETED_OR_TRASHED");
    }
    return facts.put("auto_delete", false);
  }
}
