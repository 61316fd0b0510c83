package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.Input;
import dev.zoomkit.mock.sampledata.RepresentationBuilder;
import dev.zoomkit.mock.sampledata.Substitutions;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.Json;
import java.util.List;

/** Sums up sessions that are held, in the words of the examples and at once; nobody edits it. */
final class HeldSummaries {
  /** The summary of one session. */
  static final String SUMMARY = "meeting_summary";

  /** The summaries of an account. */
  static final String SUMMARIES = "meetings/meeting_summaries";

  private static final List<String> OF_THE_MEETING =
      List.of("host_id", "host_email", "uuid", "id", "topic", "start_time", "end_time");
  private static final List<String> OF_WHO_EDITED =
      List.of(
          "edited_summary", "summary_last_modified_user_id", "summary_last_modified_user_email");

  private final ResourceStore store;
  private final RepresentationBuilder representations;

  HeldSummaries(ResourceStore store, ValueGenerator generator) {
    this.store = store;
    this.representations = new RepresentationBuilder(generator);
  }

  /** Adds the summary of an instance, with all that is told of it by itself, to the account's. */
  void add(Resource account, ObjectNode facts) {
    ResourceType summaries = store.model().type(SUMMARIES);
    ResourceLocation one = store.model().subresource(store.model().type("meetings"), SUMMARY);
    Content shown = one == null ? null : store.model().shown(one);
    if (summaries == null || shown == null) {
      return;
    }
    ObjectNode summary =
        representations.object(
            shown.schema(), Input.NOTHING, shown.example(), new Substitutions(), true);
    summary.remove(OF_WHO_EDITED);
    for (String name : OF_THE_MEETING) {
      Json.setOrRemove(summary, "meeting_" + name, facts.get(name));
    }
    Json.setOrRemove(summary, "summary_title", facts.get("topic"));
    Json.setOrRemove(summary, "summary_start_time", facts.get("start_time"));
    for (String name : List.of("summary_end", "summary_created", "summary_last_modified", "end")) {
      Json.setOrRemove(summary, name + "_time", facts.get("end_time"));
    }
    Json.setOrRemove(summary, SessionFacts.SESSION_UUID, facts.get("uuid"));
    new Resource(summaries, account, null, facts.path("uuid").asText(), summary).addTo();
  }
}
