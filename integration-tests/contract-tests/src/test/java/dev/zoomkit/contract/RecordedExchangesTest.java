package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.error.ApiException;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.model.ZoomJson;
import dev.zoomkit.record.ExchangeRecorder;
import dev.zoomkit.retry.RetryPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every operation is recorded, with salt wherever the description has a mark: none of it is in the
 * recording, which the mock plays back to the same calls.
 */
class RecordedExchangesTest {

  private static final Pattern NUMBER = Pattern.compile("\\d{9,}");

  private final BundledDescription plain = BundledDescription.load();
  private final Salt salt = new Salt(plain);
  private final BundledDescription salted = salt.description();
  private final Moshi moshi = new Moshi.Builder().add(ZoomJson.factory()).build();
  private final ExampleCalls calls = new ExampleCalls(salted, new RawRequests(salted), moshi);
  private final Map<Object, Object> pseudonyms = new HashMap<>();

  @Test
  void recordingHasNoneOfTheSaltAndPlaysBack(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("exchanges.jsonl");
    Map<String, Object> recorded = new LinkedHashMap<>();
    BearerToken token =
        BearerToken.of(AccessToken.of("the-token-is-a-" + Salt.TASTE), AppKind.ACCOUNT_LEVEL);
    try (SaltedZoom zoom = new SaltedZoom(salted);
        ExchangeRecorder recorder = ExchangeRecorder.to(file);
        ZoomClient client =
            ZoomClient.builder()
                .credentials(token)
                .endpoint(zoom.apiBase())
                .retryPolicy(RetryPolicy.none())
                .recordExchanges(recorder)
                .build()) {
      callAll(client, recorded);
    }
    Map<String, Object> played = new LinkedHashMap<>();
    try (MockZoom mock = MockZoom.builder().startAt(Sandbox.BEFORE_WHAT_IS_TO_COME).start();
        ZoomClient client = mock.clientBuilder().retryPolicy(RetryPolicy.none()).build()) {
      mock.playBack(file);
      callAll(client, played);
    }

    String text = Files.readString(file);
    assertThat(tasting(text)).isEmpty();
    assertThat(operations(text))
        .isEqualTo(plain.operations().stream().map(Operation::id).collect(Collectors.toSet()));
    assertThat(salt.grains()).isGreaterThan(1000);
    assertThat(played.keySet()).isEqualTo(recorded.keySet());
    List<String> differences = new ArrayList<>();
    recorded.forEach((call, value) -> compare(call, value, played.get(call), differences));
    assertThat(differences).isEmpty();
    assertThat(pseudonyms).hasSizeGreaterThan(500);
  }

  /** What comes of each operation, called twice for each account. */
  private void callAll(ZoomClient client, Map<String, Object> outcomes) throws IOException {
    ZoomClient undescribed =
        client.with(
            options ->
                options.query("undescribed_value", "A " + Salt.TASTE).header("X-Note", Salt.TASTE));
    for (Operation operation : salted.operations()) {
      String example = salted.parameter(operation, "accountId").path("example").asText();
      List<String> accounts =
          !operation.onSubAccounts()
              ? List.of(Sandbox.OWN_ACCOUNT)
              : operation.onOwnAccount() ? List.of(example, Sandbox.OWN_ACCOUNT) : List.of(example);
      for (String account : accounts) {
        for (String time : List.of("first", "second")) {
          outcomes.put(
              operation + " for " + account + ", " + time,
              outcome(undescribed, operation, account));
        }
      }
    }
  }

  private Object outcome(ZoomClient client, Operation operation, String account)
      throws IOException {
    try {
      Object response = client.execute(calls.call(client, operation, account, true));
      if (response instanceof ResponseBody file) {
        file.close();
        return "a file";
      }
      return response == null ? "nothing" : json(response);
    } catch (ApiException refused) {
      return refused.getClass().getSimpleName() + " " + refused.status() + " " + refused.code();
    }
  }

  @SuppressWarnings("unchecked")
  private Object json(Object model) {
    if (model instanceof List<?> models) {
      return models.stream().map(this::json).toList();
    }
    return moshi.adapter((Class<Object>) model.getClass()).toJsonValue(model);
  }

  private List<String> tasting(String recording) {
    List<String> found = new ArrayList<>();
    for (String line : recording.split("\n")) {
      Matcher number = NUMBER.matcher(line);
      int at = line.toLowerCase(Locale.ROOT).indexOf(Salt.TASTE);
      if (at >= 0) {
        found.add(line.substring(Math.max(0, at - 100), Math.min(line.length(), at + 40)));
      }
      while (number.find()) {
        if (salt.tastes(number.group())) {
          found.add(line.substring(Math.max(0, number.start() - 100), number.end()));
        }
      }
    }
    return found;
  }

  private static Set<String> operations(String recording) {
    return recording
        .lines()
        .map(line -> line.replaceFirst("\\{\"operation\":\"(\\w+)\".*", "$1"))
        .collect(Collectors.toSet());
  }

  /** All is the same, but for what is salt, in whose place is always the same for the same. */
  private void compare(String at, Object recorded, Object played, List<String> differences) {
    if (recorded instanceof Map<?, ?> from && played instanceof Map<?, ?> to) {
      if (!from.keySet().equals(to.keySet())) {
        differences.add(difference(at, from.keySet(), to.keySet()));
      }
      from.forEach((name, value) -> compare(at + "." + name, value, to.get(name), differences));
    } else if (recorded instanceof List<?> from
        && played instanceof List<?> to
        && from.size() == to.size()) {
      for (int index = 0; index < from.size(); index++) {
        compare(at + "[" + index + "]", from.get(index), to.get(index), differences);
      }
    } else if (isSalt(recorded)) {
      if (!pseudonyms.computeIfAbsent(recorded, first -> played).equals(played)
          || played.equals(recorded)) {
        differences.add(difference(at, recorded, played));
      }
    } else if (!recorded.equals(played)) {
      differences.add(difference(at, recorded, played));
    }
  }

  private static String difference(String at, Object recorded, Object played) {
    return "%s: %.80s was played as %.80s".formatted(at, recorded, played);
  }

  private boolean isSalt(Object value) {
    return value instanceof Number number
        ? salt.tastes(Long.toString(number.longValue()))
        : value instanceof String text && salt.tastes(text);
  }
}
