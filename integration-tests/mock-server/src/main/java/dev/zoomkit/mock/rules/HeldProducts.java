package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Occasion;
import dev.zoomkit.mock.call.Product;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is made of sessions while they are held, as a test or their settings say. */
final class HeldProducts {
  private final ResourceStore store;
  private final ValueGenerator generator;
  private final HeldRecordings recordings;
  private final HeldArchives archives;
  private final HeldSummaries summaries;

  HeldProducts(ResourceStore store, ValueGenerator generator) {
    this.store = store;
    this.generator = generator;
    this.recordings = new HeldRecordings(store, generator);
    this.archives = new HeldArchives(store, generator);
    this.summaries = new HeldSummaries(store, generator);
  }

  /** What is made of a session. */
  static Set<Product> of(Occasion occasion, Resource session) {
    JsonNode settings = session.data().path("settings");
    Set<Product> made = EnumSet.noneOf(Product.class);
    made.addAll(occasion.products());
    if (settings.path("auto_recording").asText().equals("cloud")) {
      made.add(Product.RECORDING);
    }
    if (settings.path("auto_start_meeting_summary").asBoolean()) {
      made.add(Product.SUMMARY);
    }
    return made;
  }

  /** Adds what was made of an instance that has ended, and what people thought of it. */
  void add(Resource account, Resource session, ObjectNode facts, List<ObjectNode> people) {
    HeldRatings.add(store.model(), account, session, facts, people);
    ComplaintRules.add(store.model(), generator, account, facts, people);
    if (isMade(Product.RECORDING, facts)) {
      recordings.add(account, session, facts);
    }
    if (isMade(Product.ARCHIVE, facts)) {
      archives.add(account, session, facts);
    }
    if (isMade(Product.SUMMARY, facts)) {
      summaries.add(account, facts);
    }
  }

  private static boolean isMade(Product product, ObjectNode facts) {
    return facts.path(product.fact()).asBoolean();
  }
}
