package dev.zoomkit.auth;

import static dev.zoomkit.fixture.FakeZoom.CLIENT_SECRET;
import static dev.zoomkit.fixture.FakeZoom.json;
import static dev.zoomkit.fixture.FakeZoom.noResponse;
import static dev.zoomkit.fixture.FakeZoom.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.fixture.CapturedLog;
import dev.zoomkit.fixture.FakeZoom;
import dev.zoomkit.fixture.ThingsApi;
import dev.zoomkit.internal.http.TokenHttp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No secret of a grant in a toString, a message, a log line, or the serial form of anything. */
class GrantSecretsTest {

  private static final String TOKEN = "t0ken-of-jill";
  private static final String REFRESH = "r3fresh-of-jill";
  private static final String CODE = "c0de-of-jill";
  private static final String DEVICE_CODE = "d3vice-of-jill";

  /** Who holds a lock in a database is no secret. */
  private static final Set<String> NO_SECRETS = Set.of("LockState");

  /** Of {@link #echo}. */
  private static final int KINDS = 7;

  @TempDir Path folder;

  private final FakeZoom zoom = new FakeZoom();
  private final OAuthApp app =
      OAuthApp.of(FakeZoom.CLIENT_ID, CLIENT_SECRET, URI.create("https://app.example/callback"))
          .tokenEndpoint(zoom.tokenEndpoint());
  private final AuthorizationRequest request = AuthorizationRequest.of(app);
  private final Set<String> secrets =
      Set.of(
          TOKEN,
          REFRESH,
          CODE,
          DEVICE_CODE,
          CLIENT_SECRET,
          request.verifier(),
          Query.of(request.url()).get("state"));

  @AfterEach
  void close() {
    zoom.close();
  }

  /** One of each type that says something of itself. */
  private List<Object> samples() {
    AccessToken token = AccessToken.of(TOKEN).holding(Set.of("a")).expiringAt(zoom.clock.instant());
    TokenHttp http = new TokenHttp(new OkHttpClient(), zoom.clock, Duration.ofMinutes(1));
    URI page = URI.create("https://zoom.us/oauth_device");
    TokenStore store = TokenStore.inMemory();
    IssuedTokens issued = new IssuedTokens(token, REFRESH);
    return List.of(
        token,
        app,
        app.client(),
        request,
        issued,
        StoredToken.of(issued, null),
        new DeviceAuthorization(
            DEVICE_CODE, "SHOWN", page, page, zoom.clock.instant(), Duration.ofSeconds(5)),
        new TokenRequest(http, store, "jill", TokenNeed.REFUSED, token),
        new Grants(app, store, http, duration -> {}, name -> {}, key -> {}),
        new TokenStore.Entry(TOKEN, 1),
        store,
        TokenStore.file(folder),
        store.sealedWith(new SecretKeySpec(TOKEN.concat("xyz").getBytes(), "AES")),
        JdbcTokenStore.of(new org.h2.jdbcx.JdbcDataSource()),
        BearerToken.of(token, AppKind.USER_LEVEL),
        ClientCredentials.of(FakeZoom.CLIENT_ID, CLIENT_SECRET),
        ServerToServer.of("account", FakeZoom.CLIENT_ID, CLIENT_SECRET));
  }

  @Test
  void noTypeSaysASecret() {
    assertThat(samples())
        .allSatisfy(
            sample -> assertThat(secrets).noneMatch(secret -> sample.toString().contains(secret)));
  }

  @Test
  void everyTypeThatSaysSomethingIsAmongTheSamples() {
    Set<Class<?>> sampled = samples().stream().map(Object::getClass).collect(Collectors.toSet());
    List<Class<?>> missing = new ArrayList<>();
    for (Class<?> type : types()) {
      if (!Throwable.class.isAssignableFrom(type)
          && !type.isEnum()
          && !type.isInterface()
          && saysSomething(type)
          && !NO_SECRETS.contains(type.getSimpleName())
          && !sampled.contains(type)) {
        missing.add(type);
      }
    }
    assertThat(missing).isEmpty();
  }

  /** A record of nothing but numbers and such samples as these says no secret. */
  private static boolean saysSomething(Class<?> type) {
    if (type.isRecord()
        && Stream.of(type.getRecordComponents())
            .noneMatch(part -> part.getType() == String.class)) {
      return false;
    }
    return Stream.of(type.getDeclaredMethods()).map(Method::getName).anyMatch("toString"::equals);
  }

  @Test
  void noneButExceptionsAndEnumerationsHasASerialForm() {
    assertThat(types())
        .filteredOn(type -> !Throwable.class.isAssignableFrom(type) && !type.isEnum())
        .noneMatch(Serializable.class::isAssignableFrom);
  }

  /** Of an exception, what it keeps beside its message are words and numbers. */
  @Test
  void exceptionsKeepNoMoreThanWordsAndNumbers() {
    assertThat(types())
        .filteredOn(Throwable.class::isAssignableFrom)
        .hasSizeGreaterThan(3)
        .allSatisfy(
            type ->
                assertThat(type.getDeclaredFields())
                    .extracting(field -> (Object) field.getType())
                    .isSubsetOf(String.class, int.class, long.class));
  }

  private static List<Class<?>> types() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.zoomkit.auth")
            .stream()
            .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }

  @Test
  void noFailureOfAGrantCarriesASecret() {
    URI callback = URI.create("https://app.example/callback?code=" + CODE + "&state=");
    String state = Query.of(request.url()).get("state");
    List<String> seen = new ArrayList<>();
    try (CapturedLog log = new CapturedLog("dev.zoomkit")) {
      for (int kind = 0; kind < KINDS; kind++) {
        seen.add(
            failure(
                echo(kind, CODE + " " + request.verifier()),
                client -> {
                  client.grants().finish("jill", request, URI.create(callback + state));
                  return client;
                }));
        seen.add(failure(echo(kind, REFRESH), this::refreshed));
        seen.add(failure(echo(kind, DEVICE_CODE), client -> finished(client.grants())));
      }
      seen.add(
          failure(
              noResponse(),
              client -> {
                client.grants().finish("jill", request, URI.create(callback + "other"));
                return client;
              }));
      seen.addAll(log.lines());
    }

    assertThat(seen).hasSizeGreaterThan(3 * KINDS).noneMatch(String::isEmpty);
    for (String secret : secrets) {
      assertThat(seen).noneMatch(text -> text.contains(secret));
    }
  }

  private Object refreshed(ZoomClient client) {
    return client.forUser("jill").execute(things(client.forUser("jill")).getThing("me", "7"));
  }

  private static ThingsApi things(ZoomClient client) {
    return client.api(ThingsApi.class);
  }

  private Object finished(Grants grants) {
    URI page = URI.create("https://zoom.us/oauth_device");
    grants.finish(
        "jill",
        new DeviceAuthorization(
            DEVICE_CODE,
            "SHOWN",
            page,
            null,
            zoom.clock.instant().plusSeconds(60),
            Duration.ofSeconds(5)));
    return grants;
  }

  /** What a server may send back that repeats what it was sent. */
  private static MockResponse echo(int kind, String carried) {
    String all = carried + " " + CLIENT_SECRET;
    return switch (kind) {
      case 0 -> status(400, "{\"error\":\"invalid_request\",\"reason\":\"%s\"}".formatted(all));
      case 1 -> status(400, "{\"error\":\"invalid_grant\",\"reason\":\"%s\"}".formatted(all));
      case 2 -> status(400, "<html>" + all);
      case 3 -> status(500, all);
      case 4 -> json("{\"access_token\":\"%s\",\"refresh_token\":\"%s".formatted(TOKEN, REFRESH));
      case 5 -> json("{\"token\":\"" + TOKEN + "\"}");
      default -> noResponse();
    };
  }

  /** The stack trace and the serial form of what is thrown. */
  private String failure(MockResponse response, Function<ZoomClient, Object> work) {
    zoom.respondToToken(response, response, response, response);
    TokenStore store = TokenStore.inMemory();
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    try (ZoomClient client = zoom.client().credentials(app).tokenStore(store).build()) {
      store.compareAndSet("jill", 0, new StoredToken(null, REFRESH, null).toJson());
      work.apply(client);
    } catch (RuntimeException | IOException failure) {
      failure.printStackTrace(new PrintStream(seen, true));
      try (ObjectOutputStream serial = new ObjectOutputStream(seen)) {
        serial.writeObject(failure);
      } catch (IOException notSerializable) {
        throw new AssertionError(notSerializable);
      }
    }
    zoom.forgetResponses();
    return seen.toString(StandardCharsets.ISO_8859_1);
  }
}
