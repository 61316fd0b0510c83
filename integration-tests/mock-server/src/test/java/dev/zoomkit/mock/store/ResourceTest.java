package dev.zoomkit.mock.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.spec.reader.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResourceTest {
  private static final ResourceType USERS = new ResourceType("users", null);
  private static final ResourceType WEBINARS = new ResourceType("webinars", null);

  private static final Property EMAIL = new Property("email", "none");

  private final Resource account = new Resource(null, null, null, "account", Json.object());

  private Resource user(String key, String email) {
    return new Resource(USERS, account, null, key, Json.object().put("email", email)).addTo();
  }

  @Test
  void isFoundByTheAddressThatItHasNow() {
    Resource jill = user("1", "jill@acme.example");

    jill.change(data -> data.put("email", "jill.doe@acme.example"));

    assertThat(account.find(USERS, "Jill.Doe@acme.example")).isSameAs(jill);
    assertThat(account.find(USERS, "jill@acme.example")).isNull();
  }

  @Test
  void isFoundByWhatAChangeMadeOfItThatFailedHalfWay() {
    Resource jill = user("1", "jill@acme.example");

    try {
      jill.change(
          data -> {
            data.put("email", "jill.doe@acme.example");
            throw new IllegalStateException("half-way");
          });
    } catch (IllegalStateException halfWay) {
      assertThat(halfWay).hasMessage("half-way");
    }

    assertThat(account.find(USERS, "jill.doe@acme.example")).isSameAs(jill);
    assertThat(account.find(USERS, "jill@acme.example")).isNull();
  }

  @Test
  void takesWhatItOwnsWithIt() {
    Resource jill = user("1", "jill@acme.example");
    Resource joe = user("2", "joe@acme.example");
    new Resource(WEBINARS, account, jill, "10", Json.object()).addTo();
    Resource other = new Resource(WEBINARS, account, joe, "11", Json.object()).addTo();

    assertThat(account.collection("webinars", joe)).containsExactly(other);
    jill.remove();

    assertThat(account.collection("webinars")).containsExactly(other);
    assertThat(account.collection("webinars", jill)).isEmpty();
    assertThat(account.find(WEBINARS, "10")).isNull();
  }

  @Test
  void copiesBelongToTheCopiesOfTheirOwners() {
    new Resource(WEBINARS, account, user("1", "jill@acme.example"), "10", Json.object()).addTo();
    Resource other = new Resource(null, null, null, "other", Json.object());

    ResourceCopies.fill(other, account, data -> data);

    Resource jill = other.collection("users").get(0);
    assertThat(jill).isNotSameAs(account.collection("users").get(0));
    assertThat(other.collection("webinars", jill)).hasSize(1);
  }

  /** Whatever comes, goes and changes, the indexes find what a look at each item would. */
  @Test
  void isFoundAsIfEachItemWereLookedAt() {
    Random random = new Random(11);
    for (int step = 0; step < 3000; step++) {
      changeSomething(random);
      String value = value(random);
      assertThat(account.find(USERS, value)).as("%s at step %d", value, step).isSameAs(seen(value));
      String email = random.nextInt(5) == 0 ? EMAIL.whenAbsent() : value;
      assertThat(account.collection("users", EMAIL, email))
          .as("those with %s at step %d", email, step)
          .isEqualTo(
              account.collection("users").stream()
                  .filter(user -> EMAIL.of(user).equals(email))
                  .toList());
    }
  }

  private void changeSomething(Random random) {
    List<Resource> users = new ArrayList<>(account.collection("users"));
    int what = users.isEmpty() ? 0 : random.nextInt(6);
    Resource one = users.isEmpty() ? account : users.get(random.nextInt(users.size()));
    switch (what) {
      case 0, 1 -> user(value(random), value(random));
      case 2 -> one.change(data -> data.put("email", value(random)));
      case 3 -> one.change(data -> data.put("uuid", value(random)).remove("email"));
      case 4 -> one.alsoKnownAs(value(random));
      default -> {
        users.get(random.nextInt(users.size())).moveToFront();
        one.remove();
      }
    }
  }

  private static String value(Random random) {
    return (random.nextBoolean() ? "v" : "V") + random.nextInt(12);
  }

  private @Nullable Resource seen(String value) {
    List<Resource> users = account.collection("users");
    for (Resource user : users) {
      if (user.key().equals(value) || user.aliases().contains(value)) {
        return user;
      }
    }
    for (Resource user : users) {
      for (String name : USERS.identities()) {
        JsonNode identity = user.data().path(name);
        if (identity.isValueNode() && identity.asText().equalsIgnoreCase(value)) {
          return user;
        }
      }
    }
    return null;
  }
}
