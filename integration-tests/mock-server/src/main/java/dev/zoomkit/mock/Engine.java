package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.Place.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries out calls on the world. {@link Reads} and {@link Writes} do so for every operation alike,
 * by the place that {@link Layout} gives it; {@link Behaviours} adds what the description cannot
 * tell. Thread-safe: one call at a time.
 */
final class Engine {
  private static final String DOWNLOAD_TOKEN = "download_access_token";

  private final World world;
  private final Layout layout;
  private final Fresh fresh;
  private final Maker maker;
  private final Rules rules;
  private final Behaviours behaviours;
  private final Reads reads;
  private final Writes writes;
  private final Files files;
  private final Tokens tokens;

  private Engine(World world, Fresh fresh, Pages pages, Files files, Tokens tokens) {
    this.world = world;
    this.layout = world.layout();
    this.fresh = fresh;
    this.maker = new Maker(fresh);
    this.rules = new Rules(world);
    this.behaviours = new Behaviours(layout, fresh);
    this.reads = new Reads(layout, maker, pages, behaviours);
    this.writes = new Writes(world, fresh, maker, behaviours, reads, files);
    this.files = files;
    this.tokens = tokens;
  }

  /** An engine with what exists at the start, in the own account and in the example's. */
  static Engine start(
      Description description, Clock clock, long idSeed, Files files, Tokens tokens) {
    World world = World.ofExamples(new Layout(description), files);
    return new Engine(world, new Fresh(idSeed, clock), new Pages(clock), files, tokens);
  }

  /** The success that a call has; its effects have then taken place. */
  synchronized MockAnswer answer(Call call) {
    Scene scene = world.scene(call);
    rules.hold(scene);
    behaviours.before(scene);
    ObjectNode answer =
        switch (call.operation().method()) {
          case "GET" -> reads.get(scene);
          case "POST" -> writes.post(scene);
          case "DELETE" -> writes.delete(scene);
          default -> writes.change(scene);
        };
    behaviours.after(scene);
    showDownloadToken(call, answer);
    files.tell(answer);
    return encoded(call, answer);
  }

  /**
   * Holds a seed against what the description shows of its operation's things.
   *
   * @throws IllegalArgumentException if it has a field that nobody knows, or a value that none
   *     takes
   */
  void checkSeed(Operation operation, ObjectNode seed) {
    List<Shape> shapes = layout.shapes(operation);
    Typos.refuseFields(shapes, seed, "");
    for (var field : seed.properties()) {
      boolean fits =
          field.getValue().isNull()
              || shapes.stream()
                  .map(shape -> shape.property(field.getKey()))
                  .anyMatch(property -> property != null && property.accepts(field.getValue()));
      if (!fits) {
        throw new IllegalArgumentException(
            operation + ": " + field.getKey() + " cannot be " + field.getValue() + ".");
      }
    }
  }

  /**
   * Creates what a creating operation's body says, or adds a row to what a listing operation lists;
   * answers the keys.
   */
  synchronized List<String> seed(Call call) {
    Place place = layout.place(call.operation());
    if (place.kind() == null || place.role() == Role.ITEM) {
      throw new IllegalArgumentException(
          call.operation() + " neither creates nor lists anything that the mock keeps.");
    }
    Scene scene = world.scene(call);
    rules.hold(scene);
    behaviours.before(scene);
    List<Entity> collection = scene.holder().collection(place.kind().slot());
    int before = collection.size();
    if (call.operation().method().equals("POST")) {
      writes.post(scene);
    } else {
      writes.row(scene, place.kind());
    }
    List<String> keys = scene.touched().stream().map(Entity::key).toList();
    if (collection.size() < before + keys.size()) {
      throw new IllegalArgumentException(
          "There is one already that goes by the same id: " + String.join(", ", keys) + ".");
    }
    return keys;
  }

  /** A user of the own account by id or address; null where there is none. */
  synchronized @Nullable Entity user(String name) {
    return world.user(name);
  }

  /** Adds a user to the own account; its id is fresh. */
  synchronized String addUser(String email) {
    Kind users = layout.kind("users");
    if (users == null) {
      throw new IllegalStateException("The description knows no users.");
    }
    return world.addUser(users, email, fresh, maker);
  }

  /** Zoom gives a token for the files alone where the call asks for it. */
  private void showDownloadToken(Call call, ObjectNode answer) {
    if (answer.has(DOWNLOAD_TOKEN)) {
      if (call.query("include_fields").asText().contains(DOWNLOAD_TOKEN)) {
        Duration life = Duration.ofSeconds(call.query("ttl").asLong(Tokens.LIFE.toSeconds()));
        answer.put(DOWNLOAD_TOKEN, tokens.issue(Set.of(), null, life).value());
      } else {
        answer.remove(DOWNLOAD_TOKEN);
      }
    }
  }

  private static MockAnswer encoded(Call call, ObjectNode answer) {
    Operation operation = call.operation();
    String binary = operation.binaryAnswer();
    boolean download = operation.answer() == null || call.query("download").asBoolean();
    if (binary != null && download) {
      String names = String.join(" ", call.path().values());
      String text = "%PDF-1.4\n% " + operation.id() + " " + names + "\n%%EOF\n";
      return MockAnswer.of(operation.success(), binary, text.getBytes(StandardCharsets.US_ASCII));
    }
    return operation.answer() == null
        ? MockAnswer.empty(operation.success())
        : MockAnswer.json(operation.success(), answer.toString());
  }
}
