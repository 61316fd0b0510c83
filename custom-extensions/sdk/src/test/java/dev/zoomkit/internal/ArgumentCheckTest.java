package dev.zoomkit.internal;

import static dev.zoomkit.fixture.FakeZoom.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.Thing;
import dev.zoomkit.fixture.ThingsApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;

class ArgumentCheckTest {

  private final FakeZoom zoom = new FakeZoom();
  private final ZoomClient client = zoom.client().build();
  private final ThingsApi things = client.api(ThingsApi.class);

  @AfterEach
  void close() {
    client.close();
    zoom.close();
  }

  @Test
  void nullInThePathIsRefusedByName() {
    assertThatThrownBy(() -> things.getThing("sub", null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("getThing needs a thingId; it was null.");
  }

  @Test
  void nullForWhatIsNotNullableIsRefusedByName() {
    assertThatThrownBy(() -> things.createThing("sub", "u1", null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("createThing needs a request; it was null.");
    assertThatThrownBy(() -> things.listThingsOfJill("sub", null))
        .hasMessage("listThingsOfJill needs from; it was null.");
  }

  @Test
  void nullForWhatIsNullablePasses() {
    zoom.respond(json("{}"));
    client.execute(things.listThings("sub", "u1", null, null));

    assertThat(zoom.lines()).containsExactly("GET /v2/accounts/sub/users/u1/things");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void aBlankPathValueIsRefused(String blank) {
    assertThatThrownBy(() -> things.deletePart("sub", 1, blank))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("deletePart needs a partId; it was blank.");
  }

  @Test
  void blanksAroundAPathValueAreRefused() {
    assertThatThrownBy(() -> things.deletePart("sub ", 1, "p"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("deletePart needs an accountId without blanks before or after it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void aPathValueThatClimbsUpThePathIsRefused(String dots) {
    assertThatThrownBy(() -> things.deletePart("sub", 1, dots))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "deletePart needs a partId other than \"%s\", which would lead to another path.", dots);
  }

  @Test
  void aDefaultMethodIsCheckedInside() {
    assertThatThrownBy(() -> things.deleteFirstPart(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("deletePart needs an accountId; it was blank.");
    assertThatThrownBy(() -> things.deleteFirstPart(null))
        .hasMessage("deleteFirstPart needs an accountId; it was null.");
  }

  @Test
  void methodsOfObjectAreNoCalls() {
    assertThat(things).hasSameHashCodeAs(things).isNotEqualTo(null);
    assertThat(things.toString()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(classes = {String.class, Runnable.class, Generic.class, GET.class})
  void aClassThatIsNoRetrofitInterfaceIsRefused(Class<?> none) {
    assertThatThrownBy(() -> client.api(none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "api needs an interface with Retrofit's annotations and no type parameters, such as"
                + " WebinarsApi; %s is none.",
            none.getSimpleName());
  }

  interface Generic<T> {
    @GET("things")
    Call<T> getThing();
  }

  interface Own {
    @GET("things")
    Call<Thing> getThing();
  }

  @Test
  void anInterfaceOfTheCallersOwnNeedNotBePublic() {
    zoom.respond(json("{\"id\":7}"));

    assertThat(client.execute(client.api(Own.class).getThing())).isEqualTo(new Thing(7L, null));
  }
}
