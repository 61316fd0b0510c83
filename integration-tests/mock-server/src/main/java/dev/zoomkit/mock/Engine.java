package dev.zoomkit.mock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.Place.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/**
 * Carries out calls on the world. {@link Reads} and {@link Writes} do so for every operation alike,
 * by the place that {@link Layout} gives it; {@link Behaviours} adds what the description cannot
 * tell. Thread-safe: one call at a time.
 */
final class Engine {
  private final World world;
  private final Layout layout;
  private final Fresh fresh;
  private final Maker maker;
  private final Rules rules;
  private final Behaviours behaviours;
  private final Reads reads;
  private final Writes writes;

  private Engine(World world, Fresh fresh, Pages pages) {
    this.world = world;
    this.layout = world.layout();
    this.fresh = fresh;
    this.maker = new Maker(fresh);
    this.rules = new Rules(world);
    this.behaviours = new Behaviours(layout, fresh);
    this.reads = new Reads(layout, maker, pages, behaviours);
    this.writes = new Writes(world, fresh, maker, behaviours, reads);
  }

  /** An engine with what exists at the start, in the own account and in the example's. */
  static Engine start(Description description, Clock clock, long idSeed) {
    World world = World.ofExamples(new Layout(description));
    return new Engine(world, new Fresh(idSeed, clock), new Pages(clock));
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
    return encoded(call, answer);
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
    if (call.operation().method().equals("POST")) {
      writes.post(scene);
    } else {
      writes.row(scene, place.kind());
    }
    return scene.touched().stream().map(Entity::key).toList();
  }

  /** Adds a user to the own account; its id is fresh. */
  synchronized String addUser(String email) {
    Kind users = layout.kind("users");
    if (users == null) {
      throw new IllegalStateException("The description knows no users.");
    }
    return world.addUser(users, email, fresh, maker);
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
