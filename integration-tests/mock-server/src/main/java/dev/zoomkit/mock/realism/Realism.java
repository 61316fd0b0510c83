package dev.zoomkit.mock.realism;

import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Parameter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All deviations that a test asks for; without any, everything is as documented. Thread-safe. */
public final class Realism {
  /** How long data are late, where they are. */
  public static final Duration DELAY = Duration.ofMinutes(30);

  /** What the SDK and its callers name things by, besides the names of path parameters. */
  private static final Set<String> NAMES = Set.of("id", "uuid", "email", "next_page_token");

  private final Set<Kind> kinds;
  private final Successes successes;
  private final Refusals refusals;
  private final Denials denials;
  private final Inputs inputs;

  /**
   * Takes the deviations.
   *
   * @param seed what places are picked by
   */
  public Realism(ApiDescription description, Set<Kind> kinds, long seed) {
    this.kinds = Set.copyOf(kinds);
    Chance chance = new Chance(seed);
    this.successes =
        new Successes(this.kinds, chance, kinds.isEmpty() ? Set.of() : kept(description));
    this.refusals = new Refusals(this.kinds, chance);
    this.denials = new Denials(this.kinds);
    this.inputs = new Inputs(this.kinds);
  }

  private static Set<String> kept(ApiDescription description) {
    Pattern humps = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    Set<String> kept = new HashSet<>(NAMES);
    for (DescribedOperation operation : description.operations()) {
      for (Parameter parameter : operation.parameters()) {
        if (parameter.inPath()) {
          kept.add(humps.matcher(parameter.name()).replaceAll("_").toLowerCase(Locale.ROOT));
        }
      }
    }
    return Set.copyOf(kept);
  }

  /** How long after its end something shows in reports, dashboards and recordings. */
  public Duration delay() {
    return kinds.contains(Kind.LATE_DATA) ? DELAY : Duration.ZERO;
  }

  /** The query as Zoom takes it, whose values are decoded. */
  public Map<String, List<String>> query(
      DescribedOperation operation, Map<String, List<String>> query) {
    return inputs.query(operation, query);
  }

  /** The body as Zoom takes it. */
  public byte[] body(DescribedOperation operation, byte[] body) {
    return inputs.body(operation, body);
  }

  /** What a request gets that is not carried out, before it is checked; null where it is. */
  public @Nullable Response overlooked(DescribedOperation operation, byte[] body) {
    return inputs.overlooked(operation, body);
  }

  /** How a call is refused before it is carried out; null where it is not. */
  public @Nullable Response denial(Call call) {
    return denials.of(call);
  }

  /** What is sent of a success. */
  public Response success(Call call, Response response) {
    return kinds.isEmpty() ? response : successes.changed(call, response);
  }

  /** What is sent of a refusal. */
  public Response refusal(DescribedOperation operation, Response response) {
    return kinds.isEmpty() ? response : refusals.changed(operation, response);
  }

  /** What the authorisation server sends. */
  public Response oauth(Response response) {
    return refusals.ofOauth(response);
  }

  /** A response with the headers that none of Zoom's documents has, or not with such a value. */
  public Response withHeaders(Response response) {
    if (!kinds.contains(Kind.RATE_HEADERS)) {
      return response;
    }
    Response zoned = response.withHeader("x-zm-zoneid", "VA2");
    return "Light".equals(response.header("X-RateLimit-Category"))
        ? zoned.withHeader("X-RateLimit-Limit", "6000")
        : zoned;
  }
}
