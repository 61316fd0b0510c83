package dev.zoomkit.quickstart;

import dev.zoomkit.ZoomAccount;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.OAuthApp;
import dev.zoomkit.auth.ServerToServer;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/**
 * What an example finds around it: a Zoom with webinars of jill@acme.example, and what a page has
 * introduced by then. Public for the sake of examples, whose classes have a loader of their own.
 */
public abstract class ExampleWorld implements AutoCloseable {

  private static final String JILL = "jill@acme.example";

  private final MockZoom zoomItself = MockZoom.start();
  private final Path files;
  private final List<String> progress = new ArrayList<>();

  /** The client that a page has built at its beginning. */
  protected final ZoomClient zoom = clientBuilder().credentials(credentials()).build();

  /** The account that a page works with. */
  protected final ZoomAccount account = zoom.ownAccount();

  /** The values of an OAuth app's page in the Marketplace. */
  protected final String clientId = MockZoom.CLIENT_ID;

  protected final String clientSecret = MockZoom.CLIENT_SECRET;

  /** The client of such an app. */
  protected final ZoomClient users =
      clientBuilder()
          .credentials(oauthApp(clientId, clientSecret, URI.create("https://app.example")))
          .build();

  /** What an OAuth flow of the reader's own has got from Jill. */
  protected final String token;

  /** What {@code TOKEN_KEY} is set to. */
  protected final String tokenKey = Base64.getEncoder().encodeToString(new byte[32]);

  /** The database of the reader's application. */
  protected final DataSource dataSource = new JdbcDataSource();

  protected ExampleWorld(Path files) throws IOException {
    this.files = files;
    Files.write(files.resolve("hall.jpg"), new byte[] {1, 2, 3});
    String jill = zoomItself.addUser(JILL);
    zoomItself.seed(
        "createWebinar",
        Map.of("userId", jill),
        """
        {"topic": "Town hall {n}", "start_time": "2099-01-01T09:00:00Z", "duration": 30}
        """,
        70);
    zoomItself.seed(
        "listUserRecordings",
        Map.of("userId", jill),
        """
        {"topic": "Town hall", "start_time": "2027-03-08T09:00:00Z", "recording_files": [
          {"recording_type": "shared_screen_with_speaker_view", "file_type": "MP4",
           "file_extension": "MP4", "file_size": 300000, "recording_start": "2027-03-08T09:00:00Z"},
          {"recording_type": "audio_transcript", "file_type": "TRANSCRIPT",
           "file_extension": "VTT", "file_size": 3000, "recording_start": "2027-03-08T09:00:00Z"}]}
        """,
        1);
    zoomItself.signIn(JILL, "webinar:read", "webinar:write");
    token = zoomItself.userToken(JILL, "webinar:read", "webinar:write");
  }

  /** The example. */
  public abstract void run() throws Exception;

  /** Stands for {@code ServerToServer.fromEnvironment()}. */
  protected final ServerToServer credentials() {
    return ServerToServer.of(MockZoom.ACCOUNT_ID, MockZoom.CLIENT_ID, MockZoom.CLIENT_SECRET)
        .tokenEndpoint(zoomItself.tokenEndpoint());
  }

  /** Stands for {@code OAuthApp.of}. */
  protected final OAuthApp oauthApp(String id, String secret, URI redirectUri) {
    return OAuthApp.of(id, secret, redirectUri).tokenEndpoint(zoomItself.tokenEndpoint());
  }

  /** The browser of Jill, who agrees, and where Zoom sends it. */
  protected final URI browse(URI url) {
    return zoomItself.authorize(url);
  }

  /** Stands for {@code ZoomClient.builder()}. */
  protected final ZoomClient.Builder clientBuilder() {
    return ZoomClient.builder().endpoint(zoomItself.apiBase()).strictReading();
  }

  /** What the reader does with the progress of a file. */
  protected final void report(long bytes, @Nullable Long total) {
    progress.add(bytes + " of " + total);
  }

  /** Stands for {@code Path.of}: in a folder that has a {@code hall.jpg}. */
  protected final Path file(String name) {
    return files.resolve(name);
  }

  @Override
  public final void close() {
    users.close();
    zoom.close();
    zoomItself.close();
  }
}
