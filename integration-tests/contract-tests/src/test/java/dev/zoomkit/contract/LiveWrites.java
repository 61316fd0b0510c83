package dev.zoomkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.contract.LiveCalls.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a live run may write: it makes things that it can delete again, changes these and what is
 * below them, and deletes them. The description says which operations do so; what was there before
 * is never written to.
 */
final class LiveWrites {

  /** A request that wrote, or tried to. */
  record Write(String operation, String path, String outcome) {}

  private final BundledDescription description;
  private final LiveValues values;
  private final RawRequests examples;
  private final SchemaWalk walk;
  private final Shown shown;
  private final Map<Operation, Life> lives = new HashMap<>();
  private final Set<String> identities;
  private final Deque<RawRequest> deletions = new ArrayDeque<>();
  private final List<Write> writes = new ArrayList<>();
  private final List<Write> left = new ArrayList<>();

  LiveWrites(BundledDescription description, LiveValues values) {
    this.description = description;
    this.values = values;
    this.examples = new RawRequests(description);
    this.walk = new SchemaWalk(description);
    this.shown = new Shown(description);
    this.identities =
        description.operations().stream()
            .flatMap(operation -> description.parameters(operation).stream())
            .filter(parameter -> parameter.get("in").textValue().equals("path"))
            .map(parameter -> Life.field(parameter.get("name").textValue()))
            .collect(Collectors.toSet());
    Life.all(description).stream()
        .filter(this::canEnd)
        .forEach(life -> lives.putIfAbsent(life.creation(), life));
  }

  /** Whether the creation tells the id of what its deletion ends, and of no account. */
  private boolean canEnd(Life life) {
    Optional<Operation> deletion = description.on(life.itemPath(), "DELETE");
    Map<String, JsonNode> told =
        description.properties(description.responseSchema(life.creation()));
    return deletion.filter(this::isPlainDeletion).isPresent()
        && !life.parameter().equals("accountId")
        && (told.containsKey(Life.field(life.parameter()))
            || told.containsKey("id")
            || told.containsKey("uuid"));
  }

  /** Whether a path is all that it takes to delete something for good, and nobody hears of it. */
  private boolean isPlainDeletion(Operation deletion) {
    return deletion.destroys()
        && !deletion.notifies()
        && description.parameters(deletion).stream()
            .filter(parameter -> parameter.path("required").booleanValue())
            .allMatch(parameter -> parameter.get("in").textValue().equals("path"));
  }

  /**
   * Why a run never calls an operation that writes; null where it may.
   *
   * @param scopes what the token may do; empty where that is not known
   */
  @Nullable String reason(Operation operation, Set<String> scopes) {
    boolean creates = operation.method().equals("POST");
    if (operation.notifies()) {
      return "Zoom tells people of it";
    } else if (!operation.writes() || operation.method().equals("DELETE")) {
      return "it deletes or ends something";
    } else if (creates && !lives.containsKey(operation)) {
      return "nothing deletes what it makes by an id that it tells";
    } else if (!creates && lives.values().stream().noneMatch(life -> life.has(operation))) {
      return "it changes what the run cannot make";
    } else if (names(operation)) {
      return "its body names what is there, or tells of somebody";
    } else if (creates && !scopes.isEmpty() && !mayDelete(lives.get(operation), scopes)) {
      return "the token lacks the scope to delete what it makes";
    }
    return null;
  }

  private boolean mayDelete(@Nullable Life life, Set<String> scopes) {
    return life != null && !Collections.disjoint(deletion(life).scopes(), scopes);
  }

  private Operation deletion(Life life) {
    return description.on(life.itemPath(), "DELETE").orElseThrow();
  }

  /** The request; empty where the run has not made what it changes, or creates something in. */
  Optional<RawRequest> request(Operation operation) {
    return values.request(operation).map(request -> request.withBody(body(operation)));
  }

  /**
   * The example of a body. What creates has only what it needs, and where that is nothing, the
   * texts: what is made then has a name, and the fewest effects.
   */
  private JsonNode body(Operation operation) {
    JsonNode example = examples.needed(operation).body();
    Set<String> needed =
        new SampleValues(description).required(description.requestSchema(operation));
    if (!lives.containsKey(operation) || !example.isObject()) {
      return example;
    }
    ObjectNode body = example.deepCopy();
    return needed.isEmpty() ? body.removeIf(value -> !value.isTextual()) : body.retain(needed);
  }

  private boolean names(Operation operation) {
    boolean[] names = {false};
    walk.along(
        description.requestSchema(operation),
        body(operation),
        new SchemaWalk.Visitor() {
          @Override
          public void described(String place, JsonNode schema, JsonNode value) {
            names[0] |= isIdentity(place) || value.isValueNode() && shown.isMarked(schema);
          }
        });
    return names[0];
  }

  /** Whether a field names something as the paths do: {@code to_group_id}, {@code account_ids}. */
  private boolean isIdentity(String place) {
    String field = place.substring(place.lastIndexOf('/') + 1).replaceFirst("s$", "");
    return field.equals("id") || identities.stream().anyMatch(field::endsWith);
  }

  /** Notes what came of a request that was sent. */
  void sent(RawRequest request, Answer answer) {
    Life life = lives.get(request.operation());
    String outcome = Shown.status(answer.exchange());
    if (life == null || answer.exchange().status() < 500 && !answer.succeeded()) {
      note(request, outcome);
      return;
    }
    Optional<String> id =
        LiveValues.id(answer.exchange().json(), life.parameter()).filter(one -> answer.succeeded());
    if (id.isEmpty()) {
      left.add(note(request, outcome + ", and no id of what it may have made"));
    } else if (values.isFound(id.get())) {
      left.add(note(request, outcome + ", with the id of what was there before"));
    } else {
      values.made(life.itemPath(), id.get());
      deletions.push(values.request(deletion(life)).orElseThrow());
      note(deletions.element(), request.operation(), outcome);
    }
  }

  /** Notes a request of which nobody knows what it did. */
  void lost(RawRequest request, LiveException failure) {
    Write write = note(request, failure.getMessage());
    if (lives.containsKey(request.operation())) {
      left.add(write);
    }
  }

  /**
   * Deletes what was made, the last first, and goes on where that fails.
   *
   * @return the answers, by the operation
   */
  Map<Operation, Answer> deleteAll(Function<RawRequest, Answer> calls) {
    Map<Operation, Answer> answers = new LinkedHashMap<>();
    while (!deletions.isEmpty()) {
      RawRequest deletion = deletions.pop();
      try {
        Answer answer = calls.apply(deletion);
        answers.put(deletion.operation(), answer);
        Write write = note(deletion, Shown.status(answer.exchange()));
        if (!answer.succeeded() && answer.exchange().status() != 404) {
          left.add(write);
        }
      } catch (LiveException failure) {
        left.add(note(deletion, failure.getMessage()));
      }
    }
    return answers;
  }

  private Write note(RawRequest request, String outcome) {
    return note(request, request.operation(), outcome);
  }

  private Write note(RawRequest where, Operation operation, String outcome) {
    Write write = new Write(operation.id(), path(where), outcome);
    writes.add(write);
    return write;
  }

  /** All that was sent, in its order. */
  List<Write> writes() {
    return writes;
  }

  /** What is still there, or may be. */
  List<Write> left() {
    return left;
  }

  private static String path(RawRequest request) {
    return request.operation().segments(request.own()).stream()
        .map(each -> each.startsWith("{") ? each.substring(1, each.length() - 1) : each)
        .map(each -> request.path().getOrDefault(each, each))
        .collect(Collectors.joining("/", "/", ""));
  }
}
