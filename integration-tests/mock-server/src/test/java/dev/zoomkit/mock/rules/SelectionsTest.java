package dev.zoomkit.mock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.CallResolver;
import dev.zoomkit.mock.store.DownloadFiles;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.Parameter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A list of which a call selects nothing is not looked at row by row: its pages take no longer. */
class SelectionsTest {
  private final ApiDescription description = ApiDescription.onClassPath();
  private final ResourceModel model = new ResourceModel(description);
  private final DownloadFiles files =
      new DownloadFiles(description, URI.create("http://127.0.0.1/"));
  private final ResourceStore store = ResourceStore.ofExamples(model, files);
  private final CallResolver resolver = new CallResolver(store, files);
  private final Rules rules =
      new Rules(
          store, new ValueGenerator(1, Clock.systemUTC()), () -> Duration.ZERO, () -> Set.of());

  private ResolvedCall bare(DescribedOperation operation) {
    Map<String, String> path = new HashMap<>();
    ObjectNode query = Json.object();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.inPath()) {
        path.put(parameter.name(), parameter.example());
      } else if (parameter.inQuery() && parameter.required()) {
        query.set(parameter.name(), parameter.read(List.of(parameter.example())));
      }
    }
    return resolver.resolve(new Call(operation, path, false, query, Json.object()));
  }

  /**
   * Whether a list shows less than is kept for it even where nothing is asked for: of those who
   * were at a session those of one instance, of the sessions on the dashboard those that run, of
   * the recordings of a user or an account those of today, and of the devices those that are
   * enrolled.
   */
  private static boolean isOfSome(ResourceLocation location) {
    ResourceType type = Objects.requireNonNull(location.type());
    boolean ofAnInstance =
        type.name().contains(">participants")
            || type.name().startsWith("past_")
                && !type.isPastInstances()
                && !type.word().equals("archive_files")
            || type.word().equals("absentees");
    boolean running = type.name().startsWith("metrics/") && type.properties().containsKey("uuid");
    boolean enrolled = type.properties().containsKey("enrolled_in_zdm");
    return ofAnInstance || running || enrolled || type.word().equals("recordings");
  }

  @Test
  void listsThatACallSelectsNothingOfAreNotLookedThrough() {
    Set<String> lookedThrough = new TreeSet<>();
    Set<String> ofSome = new TreeSet<>();
    int lists = 0;
    for (DescribedOperation operation : description.operations()) {
      ResourceLocation location = model.location(operation);
      if (operation.method().equals("GET") && location.items() != null) {
        lists++;
        if (!rules.selections(bare(operation)).isEmpty()) {
          lookedThrough.add(operation.id());
        }
        if (isOfSome(location)) {
          ofSome.add(operation.id());
        }
      }
    }
    assertThat(lookedThrough).isEqualTo(ofSome);
    assertThat(lists - ofSome.size()).isGreaterThan(ofSome.size());
  }
}
