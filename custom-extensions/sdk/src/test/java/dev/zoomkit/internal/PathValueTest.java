package dev.zoomkit.internal;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.user.UserRef;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import retrofit2.Call;

/**
 * What a server reads from a path is what the caller wrote, over HTTP; what cannot arrive so is
 * refused by the parameter's name.
 */
class PathValueTest {

  private static final FakeZoom ZOOM = new FakeZoom();
  private static final ZoomClient CLIENT = ZOOM.client().build();
  private static final ThingsApi THINGS = CLIENT.api(ThingsApi.class);

  @AfterContainer
  static void close() {
    CLIENT.close();
    ZOOM.close();
  }

  /** UUIDs as Zoom makes them, what a URL has a meaning for, and anything, halves of characters. */
  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.strings()
            .alpha()
            .numeric()
            .withChars("/+")
            .ofLength(22)
            .map(text -> text + "=="),
        Arbitraries.strings()
            .withChars("/%+=.~@-_ a2F&;:?#\"<>[]\\^`{|}\u00e4\u4e2d")
            .ofMaxLength(8),
        Arbitraries.strings().ofMaxLength(6),
        Arbitraries.of("\uD83D\uDE00", "a\uD83Db", "a\uDE00b", "a\u2028b", "a\nb", "%2e%2e", ".."));
  }

  @Property(tries = 300)
  void uuidArrivesEncodedTwiceWhereItHasToBe(@ForAll("values") String uuid) {
    boolean twice = uuid.startsWith("/") || uuid.contains("//");
    for (String account : List.of("sub", "me")) {
      String arrived = arrived("getThing", "thingId", uuid, id -> THINGS.getThing(account, id));
      if (arrived != null) {
        assertThat(twice ? decoded(arrived) : arrived).isEqualTo(uuid);
      }
    }
  }

  @Property(tries = 300)
  void anyOtherTextArrivesEncodedOnce(@ForAll("values") String id) {
    for (String account : List.of("sub", "me")) {
      String arrived =
          arrived("deletePart", "partId", id, part -> THINGS.deletePart(account, 1, part));
      if (arrived != null) {
        assertThat(arrived).isEqualTo(id);
      }
    }
  }

  @Property(tries = 300)
  void anAccountArrives(@ForAll("values") String id) {
    String arrived = arrived("getBilling", "accountId", id, THINGS::getBilling);
    if (arrived != null) {
      assertThat(arrived).isEqualTo(id);
    }
  }

  @Provide
  Arbitrary<String> localParts() {
    return Arbitraries.strings()
        .alpha()
        .numeric()
        .withChars("!#$%&'*+-/=?^_`{|}~.\u00fc\u4e2d")
        .ofMinLength(1)
        .ofMaxLength(20);
  }

  @Property(tries = 300)
  void anAddressArrives(@ForAll("localParts") String localPart) {
    String address = UserRef.email(localPart + "@bakery.example").value();
    for (String account : List.of("sub", "me")) {
      assertThat(
              arrived(
                  "createThing",
                  "userId",
                  address,
                  user -> THINGS.createThing(account, user, new Thing(1L, "x"))))
          .isEqualTo(address);
    }
  }

  @Property(tries = 100)
  void anyNumberArrives(@ForAll long id) {
    assertThat(
            arrived(
                "updateThing",
                "thingId",
                String.valueOf(id),
                text -> THINGS.updateThing("me", Long.parseLong(text), new Thing(1L, "x"))))
        .isEqualTo(String.valueOf(id));
  }

  /** What a server reads from the path's segment; null where the value was rightly refused. */
  private static String arrived(
      String operation, String parameter, String value, Function<String, Call<?>> call) {
    ZOOM.calls.clear();
    ZOOM.forgetResponses();
    if (!canArrive(value)) {
      assertThatThrownBy(() -> call.apply(value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("(?s)" + operation + " needs an? " + parameter + "[ ;].*");
      return null;
    }
    ZOOM.respond(json("{}"));
    CLIENT.execute(call.apply(value));
    List<String> segments = List.of(ZOOM.calls.get(0).getTarget().split("/"));
    return decoded(
        switch (parameter) {
          case "accountId" -> segments.get(3);
          case "userId" -> segments.get(segments.size() - 2);
          default -> segments.get(segments.size() - 1);
        });
  }

  /**
   * Neither invisible at an end, nor with a line break, nor half a character, nor a path of its
   * own.
   */
  private static boolean canArrive(String value) {
    return !value.isEmpty()
        && !isInvisible(value.codePointAt(0))
        && !isInvisible(value.codePointBefore(value.length()))
        && !value.matches("(?s).*[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}].*")
        && !value.matches("\\.\\.?");
  }

  private static boolean isInvisible(int codePoint) {
    return Character.toString(codePoint).matches("[\\p{Z}\\p{C}]");
  }

  /** As any server does; a plus in a path is a plus. */
  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
