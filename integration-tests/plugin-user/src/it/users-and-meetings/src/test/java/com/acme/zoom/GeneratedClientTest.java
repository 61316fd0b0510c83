package com.acme.zoom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.acme.zoom.api.Apis;
import com.acme.zoom.api.MeetingsApi;
import com.acme.zoom.api.UsersApi;
import com.acme.zoom.model.User;
import com.acme.zoom.model.ZoomJson;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import retrofit2.Retrofit;

class GeneratedClientTest {
  private final JsonAdapter<User> users =
      new Moshi.Builder().add(ZoomJson.factory()).build().adapter(User.class);

  @Test
  void aTypeOfItsOwn() throws IOException {
    String json = "{\"user_created_at\":\"2026-11-28T10:00:00Z\"}";
    User user = users.fromJson(json);

    assertEquals(Instant.parse("2026-11-28T10:00:00Z"), user.userCreatedAt());
    assertEquals(json, users.toJson(user));
  }

  @Test
  void twoTagsAndNoOther() {
    Retrofit retrofit = new Retrofit.Builder().baseUrl("https://example.com/").build();

    retrofit.create(UsersApi.class);
    retrofit.create(MeetingsApi.class);
    assertThrows(
        ClassNotFoundException.class, () -> Class.forName("com.acme.zoom.api.WebinarsApi"));
  }

  @Test
  void oneTemplateReplaced() {
    assertEquals(2, Apis.COUNT);
  }
}
