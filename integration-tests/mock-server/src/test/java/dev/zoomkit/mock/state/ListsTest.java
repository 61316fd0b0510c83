package dev.zoomkit.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.RunningOnce;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lists of the examples' world. */
class ListsTest extends RunningOnce {
  private static final ResourceModel MODEL = new ResourceModel(DESCRIPTION);

  /** The lists whose rows are known by a property of their own. */
  static Stream<DescribedOperation> lists() {
    return operations()
        .filter(operation -> operation.method().equals("GET"))
        .filter(operation -> MODEL.location(operation).items() != null)
        .filter(operation -> key(operation) != null);
  }

  private static String key(DescribedOperation operation) {
    ResourceType type = MODEL.location(operation).type();
    return type == null || type.parameter().isEmpty() ? null : type.ownName();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void nothingIsListedTwice(DescribedOperation operation) {
    ResourceLocation location = MODEL.location(operation);
    JsonNode page = new Client(zoom).get(target(operation)).json();
    List<String> keys = new ArrayList<>();
    for (JsonNode row : Json.at(page, String.valueOf(location.items()))) {
      if (row.has(key(operation))) {
        keys.add(row.path(key(operation)).asText());
      }
    }
    assertThat(keys).as(page.toString()).doesNotHaveDuplicates();
  }

  private static String target(DescribedOperation operation) {
    List<String> query = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.inQuery() && parameter.required()) {
        query.add(parameter.name() + "=" + Client.encoded(parameter.example()));
      }
    }
    String path = Client.path(operation, operation.path(), "me");
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }
}
