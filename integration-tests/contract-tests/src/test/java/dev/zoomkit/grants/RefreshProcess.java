package dev.zoomkit.grants;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.OAuthApp;
import dev.zoomkit.auth.TokenStore;
import dev.zoomkit.mock.MockZoom;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Another process of an app, which has each token refused by an API of its own once it has used it,
 * so that each round needs the next token. Prints a line for each round.
 */
final class RefreshProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private RefreshProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** A process that does so many rounds and ends. */
  static RefreshProcess refreshing(MockZoom mock, Path store, int rounds) throws IOException {
    return start(mock, store, Integer.toString(rounds));
  }

  /** A process that refreshes, says so, and never saves what it got. */
  static RefreshProcess stopping(MockZoom mock, Path store) throws IOException {
    return start(mock, store, "stop");
  }

  private static RefreshProcess start(MockZoom mock, Path store, String rounds) throws IOException {
    return new RefreshProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RefreshProcess.class.getName(),
                mock.tokenEndpoint().toString(),
                store.toString(),
                rounds)
            .redirectErrorStream(true)
            .start());
  }

  /** The next line that it prints; null when it has ended. */
  @Nullable String line() throws IOException {
    return output.readLine();
  }

  /** All lines that it still prints, until it ends. */
  List<String> lines() {
    return output.lines().toList();
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Of the token endpoint, the store's folder, and the number of rounds or "stop". */
  public static void main(String[] arguments) {
    OAuthApp app =
        OAuthApp.of(MockZoom.CLIENT_ID, MockZoom.CLIENT_SECRET, GrantedApp.CALLBACK)
            .tokenEndpoint(URI.create(arguments[0]));
    boolean stop = arguments[2].equals("stop");
    TokenStore store = TokenStore.file(Path.of(arguments[1]));
    Api api = new Api();
    try (ZoomClient zoom =
        ZoomClient.builder()
            .credentials(app)
            .tokenStore(stop ? new StoppingStore(store) : store)
            .clock(Clock.fixed(GrantedApp.START, ZoneOffset.UTC))
            .addInterceptor(api)
            .build()) {
      ZoomClient jill = zoom.forUser("jill");
      int rounds = stop ? Integer.MAX_VALUE : Integer.parseInt(arguments[2]);
      for (int round = 1; round <= rounds; round++) {
        GrantedApp.call(jill);
        System.out.println("round " + round);
      }
    } catch (RuntimeException failure) {
      System.out.println("failed: " + failure);
    }
  }

  /** Refuses a token that was used in an earlier round. */
  private static final class Api implements Interceptor {
    private String used = "";

    @Override
    public Response intercept(Chain chain) {
      String token = String.valueOf(chain.request().header("Authorization"));
      boolean refused = token.equals(used);
      used = token;
      String body = refused ? "{\"code\":124,\"message\":\"Used.\"}" : "{\"webinars\":[]}";
      return new Response.Builder()
          .request(chain.request())
          .protocol(Protocol.HTTP_1_1)
          .code(refused ? 401 : 200)
          .message("")
          .body(ResponseBody.create(body, MediaType.get("application/json")))
          .build();
    }
  }

  /** Says when something would be written, and goes no further. */
  private static final class StoppingStore extends ForwardingStore {

    StoppingStore(TokenStore store) {
      super(store);
    }

    @Override
    public boolean compareAndSet(String key, long version, @Nullable String content) {
      System.out.println("refreshed");
      while (true) {
        Thread.onSpinWait();
      }
    }
  }
}
