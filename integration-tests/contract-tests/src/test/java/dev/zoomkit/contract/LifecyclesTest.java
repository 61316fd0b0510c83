package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.contract.RawCalls.JsonResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Whatever an operation creates can be read, listed, changed and deleted by the operations on its
 * path, and after that each of them says with a code of the description that it is gone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifecyclesTest {

  private final Sandbox sandbox = new Sandbox();
  private final List<Operation> operations = sandbox.description.operations();

  @AfterAll
  void close() {
    sandbox.close();
  }

  /** A creating operation, and the path of what it creates. */
  private record Life(Operation creation, String itemPath) {

    /** Whether a kind of things is that of the path parameter, as a group is of {@code groupId}. */
    boolean isKind(String kind) {
      String last = kind.substring(kind.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
      return parameter().toLowerCase(Locale.ROOT).startsWith(last);
    }

    String parameter() {
      return itemPath.replaceFirst("^.*\\{(\\w+)}$", "$1");
    }
  }

  private Stream<Life> lives() {
    return operations.stream()
        .filter(operation -> operation.method().equals("POST"))
        .flatMap(
            creation ->
                operations.stream()
                    .map(Operation::masterPath)
                    .distinct()
                    .filter(path -> isOfItem(path, creation.masterPath()))
                    .map(path -> new Life(creation, path)));
  }

  /**
   * Whether a path is that of an item of a collection: one value below it, or below a collection of
   * the same name further up, as that of the meetings of a user is.
   */
  private static boolean isOfItem(String path, String collection) {
    int value = path.lastIndexOf("/{");
    int name = path.lastIndexOf('/', value - 1);
    return value > 0
        && path.indexOf('/', value + 1) < 0
        && collection.startsWith(path.substring(0, name))
        && collection
            .substring(name)
            .matches("(/\\w+/\\{\\w+})*" + Pattern.quote(path.substring(name, value)));
  }

  private Optional<Operation> on(String path, String method) {
    return operations.stream()
        .filter(each -> each.masterPath().equals(path) && each.method().equals(method))
        .findFirst();
  }

  @Test
  void thereAreSome() {
    assertThat(lives()).hasSizeGreaterThan(25);
  }

  @TestFactory
  Stream<DynamicTest> fromCreationToAbsence() {
    return lives().map(life -> DynamicTest.dynamicTest(life.creation().id(), () -> live(life)));
  }

  private void live(Life life) throws Exception {
    RawCalls calls = calls();
    Map<String, String> changed = Map.of(life.parameter(), create(life, calls));
    for (String method : List.of("GET", "PATCH", "PUT", "GET")) {
      Optional<Operation> operation = on(life.itemPath(), method);
      if (operation.isPresent()) {
        assertSuccess(operation.get(), calls.call(operation.get(), changed));
      }
    }
    Optional<Operation> deletion = on(life.itemPath(), "DELETE");
    if (deletion.isPresent()) {
      die(life, deletion.get());
    }
  }

  /** A second one, because a change may have moved the first elsewhere. */
  private void die(Life life, Operation deletion) throws Exception {
    RawCalls calls = calls();
    String id = create(life, calls);
    Map<String, String> path = Map.of(life.parameter(), id);
    assertSuccess(deletion, calls.call(deletion, path));
    for (Operation operation : operations) {
      if ((operation.masterPath() + "/").startsWith(life.itemPath() + "/")) {
        assertAbsent(operation, life, calls.call(operation, path));
      }
    }
    Optional<Operation> list = on(life.creation().masterPath(), "GET");
    if (list.isPresent()) {
      assertThat(names(calls.call(list.get(), Map.of()))).as("the list").doesNotContain(id);
    }
  }

  private RawCalls calls() {
    sandbox.reset();
    return sandbox.raw();
  }

  /** Returns what the new item is known by: as the response says, or the list that has it now. */
  private String create(Life life, RawCalls calls) throws IOException {
    Optional<Operation> list = on(life.creation().masterPath(), "GET");
    Set<String> before = list.isPresent() ? names(calls.call(list.get(), Map.of())) : Set.of();
    JsonResponse created = calls.call(life.creation(), Map.of());
    assertSuccess(life.creation(), created);
    String id = id(created.json(), life);
    if (list.isPresent()) {
      Set<String> after = names(calls.call(list.get(), Map.of()));
      if (!after.contains(id)) {
        after.removeAll(before);
        id = after.stream().findFirst().orElse("");
      }
    }
    assertThat(id).as("what was created, in " + created).isNotEmpty();
    return id;
  }

  private static void assertSuccess(Operation operation, JsonResponse response) {
    assertThat(response.succeeded()).as(operation.id() + ": " + response).isTrue();
  }

  private static void assertAbsent(Operation operation, Life life, JsonResponse response) {
    Predicate<JsonNode> marked =
        error -> error.path("missing").valueStream().anyMatch(kind -> life.isKind(kind.asText()));
    List<String> documented =
        operation
            .node()
            .path("x-zoom-errors")
            .valueStream()
            .filter(marked)
            .map(error -> error.path("status").asText() + "/" + error.path("code").asText())
            .toList();
    String code = response.status() + "/" + response.json().path("code").asText();
    String what = operation.id() + " on what is gone: " + response;
    if (documented.isEmpty()) {
      assertThat(response.status()).as(what).isIn(400, 404);
    } else {
      assertThat(documented).as(what).anyMatch(one -> code.startsWith(one));
    }
  }

  /** The values by which the items of a list may be known. */
  private static Set<String> names(JsonResponse list) {
    assertThat(list.succeeded()).as("the list: " + list).isTrue();
    Set<String> names = new LinkedHashSet<>();
    list.json()
        .forEach(
            items -> {
              if (items.isArray()) {
                items.forEach(
                    item ->
                        item.forEach(
                            value -> {
                              if (value.isValueNode()) {
                                names.add(value.asText());
                              }
                            }));
              }
            });
    return names;
  }

  /** By the name of the path parameter, or as {@code id}; empty where the response has neither. */
  private static String id(JsonNode created, Life life) {
    String snake = life.parameter().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    return Stream.of(snake, "id", "uuid", "ids")
        .map(created::findValue)
        .filter(found -> found != null && found.isValueNode())
        .map(found -> found.asText().split(",")[0])
        .findFirst()
        .orElse("");
  }
}
