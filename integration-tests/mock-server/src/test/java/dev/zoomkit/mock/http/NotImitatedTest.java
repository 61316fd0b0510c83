package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.state.Beginnings;
import dev.zoomkit.mock.state.CallHandler;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The list of what the mock does not imitate is up to date, as far as it can be derived. After a
 * wanted change, renew it with {@code mvn -pl integration-tests/mock-server test
 * -Dtest=NotImitatedTest -Dnot-imitated.renew=true}, and read the diff.
 */
class NotImitatedTest {
  private static final Path LIST =
      Path.of("src/main/resources/dev/zoomkit/mock/http/pages/not-imitated.md");
  private static final String BEGIN = "<!-- derived -->\n";
  private static final String END = "<!-- end of derived -->";

  private final ApiDescription description = ApiDescription.onClassPath();
  private final Evidence evidence = new Evidence(description, new Beginnings(description));
  private final List<DescribedOperation> reads =
      description.operations().stream().filter(one -> one.method().equals("GET")).toList();

  @Test
  void listIsUpToDate() throws IOException {
    String list = Files.readString(LIST);
    int begin = list.indexOf(BEGIN) + BEGIN.length();
    String renewed = list.substring(0, begin) + derived() + list.substring(list.indexOf(END));
    if (Boolean.getBoolean("not-imitated.renew")) {
      Files.writeString(LIST, renewed);
    }

    assertThat(renewed)
        .as(
            "To renew it: mvn -pl integration-tests/mock-server test -Dtest=NotImitatedTest"
                + " -Dnot-imitated.renew=true")
        .isEqualTo(Files.readString(LIST));
  }

  private String derived() {
    Map<String, String> before = responses(evidence.beginning());
    Map<String, List<String>> without = new TreeMap<>();
    for (DescribedOperation operation : description.operations()) {
      if (!operation.method().equals("GET")) {
        Call call = Evidence.exampleCall(operation);
        if (changesNothing(call, before) && changesNothing(withOtherValues(call), before)) {
          without
              .computeIfAbsent(operation.category(), category -> new ArrayList<>())
              .add(operation.id());
        }
      }
    }
    return without.entrySet().stream()
        .map(category -> "- " + category.getKey() + ": " + String.join(", ", category.getValue()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private boolean changesNothing(Call call, Map<String, String> before) {
    CallHandler changed = evidence.beginning();
    try {
      changed.execute(call);
    } catch (ErrorResponseException refused) {
      return true;
    }
    return responses(changed).equals(before);
  }

  /** The call with a body that says something else, but of the same things. */
  private static Call withOtherValues(Call call) {
    ObjectNode body = call.body().deepCopy();
    change(body);
    return new Call(call.operation(), call.path(), call.own(), call.query(), body);
  }

  private static void change(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (var field : object.properties()) {
        JsonNode value = field.getValue();
        boolean names = field.getKey().matches(".*(id|ids|email|number|type|action)");
        if (value.isBoolean()) {
          field.setValue(BooleanNode.valueOf(!value.booleanValue()));
        } else if (value.isInt() && !names) {
          field.setValue(IntNode.valueOf(value.intValue() + 1));
        } else if (value.isTextual() && !names) {
          field.setValue(TextNode.valueOf(value.textValue() + "2"));
        }
      }
    }
    node.forEach(NotImitatedTest::change);
  }

  private Map<String, String> responses(CallHandler handler) {
    Map<String, String> responses = new TreeMap<>();
    for (DescribedOperation operation : reads) {
      String response;
      try {
        response = handler.execute(Evidence.exampleCall(operation)).text();
      } catch (ErrorResponseException gone) {
        response = gone.response().text();
      }
      responses.put(operation.id(), response);
    }
    return responses;
  }
}
