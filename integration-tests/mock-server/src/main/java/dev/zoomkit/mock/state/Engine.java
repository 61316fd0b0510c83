package dev.zoomkit.mock.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.mock.description.Description;
import dev.zoomkit.mock.description.Operation;
import dev.zoomkit.mock.description.Shape;
import dev.zoomkit.mock.description.Typos;
import dev.zoomkit.mock.model.Kind;
import dev.zoomkit.mock.model.Layout;
import dev.zoomkit.mock.model.Place;
import dev.zoomkit.mock.model.Place.Role;
import dev.zoomkit.mock.rules.Behaviours;
import dev.zoomkit.mock.rules.Rules;
import dev.zoomkit.mock.sampledata.Fresh;
import dev.zoomkit.mock.sampledata.Maker;
import dev.zoomkit.mock.store.Entity;
import dev.zoomkit.mock.store.Files;
import dev.zoomkit.mock.store.Scene;
import dev.zoomkit.mock.store.World;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries out calls on the world. {@link Reads} and {@link Writes} do so for every operation alike,
 * by the place that {@link Layout} gives it; {@link Behaviours} adds what the description cannot
 * tell. Thread-safe: one call at a time.
 */
public final class Engine {
  private static final String DOWNLOAD_TOKEN = "download_access_token";
  private static final Duration DOWNLOAD_TOKEN_LIFE = Duration.ofHours(1);

  private final World world;
  private final Layout layout;
  private final Fresh fresh;
  private final Maker maker;
  private final Rules rules;
  private final Behaviours behaviours;
  private final Reads reads;
  private final Writes writes;
  private final Files files;
  private final Function<Duration, String> downloadTokens;

  private Engine(
      World world,
      Fresh fresh,
      Pages pages,
      Files files,
      Function<Duration, String> downloadTokens) {
    this.world = world;
    this.layout = world.layout();
    this.fresh = fresh;
    this.maker = new Maker(fresh);
    this.rules = new Rules(world);
    this.behaviours = new Behaviours(layout, fresh);
    this.reads = new Reads(layout, maker, pages, behaviours);
    this.writes = new Writes(world, fresh, maker, behaviours, reads, files);
    this.files = files;
    this.downloadTokens = downloadTokens;
  }

  /** An engine with what exists at the start, in the own account and in the example's. */
  public static Engine start(
      Description description,
      Clock clock,
      long idSeed,
      URI origin,
      Function<Duration, String> downloadTokens) {
    Files files = new Files(description, origin);
    World world = World.ofExamples(new Layout(description), files);
    return new Engine(world, new Fresh(idSeed, clock), new Pages(clock), files, downloadTokens);
  }

  /** The success that a call has; its effects have then taken place. */
  public synchronized Response answer(Call call) {
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

  /** A file by the path of the link that a response had; null where none did. */
  public @Nullable Response file(String path) {
    return files.get(path);
  }

  /**
   * Holds a seed against what the description shows of its operation's things.
   *
   * @throws IllegalArgumentException if it has a field that nobody knows, or a value that none
   *     takes
   */
  public void checkSeed(Operation operation, ObjectNode seed) {
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
  public synchronized List<String> seed(Call call) {
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

  /** Whether the own account has a user of an id or address. */
  public synchronized boolean hasUser(String name) {
    return world.user(name) != null;
  }

  /** Adds a user to the own account; its id is fresh. */
  public synchronized String addUser(String email) {
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
        Duration life =
            Duration.ofSeconds(call.query("ttl").asLong(DOWNLOAD_TOKEN_LIFE.toSeconds()));
        answer.put(DOWNLOAD_TOKEN, downloadTokens.apply(life));
      } else {
        answer.remove(DOWNLOAD_TOKEN);
      }
    }
  }

  private static Response encoded(Call call, ObjectNode answer) {
    Operation operation = call.operation();
    String binary = operation.binaryAnswer();
    boolean download = operation.answer() == null || call.query("download").asBoolean();
    if (binary != null && download) {
      String names = String.join(" ", call.path().values());
      String text = "%PDF-1.4\n% " + operation.id() + " " + names + "\n%%EOF\n";
      return Response.of(operation.success(), binary, text);
    }
    return operation.answer() == null
        ? Response.empty(operation.success())
        : Response.json(operation.success(), answer.toString());
  }
}
