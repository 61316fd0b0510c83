package dev.zoomkit.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.api.ListUsersQuery;
import dev.zoomkit.api.UsersApi;
import dev.zoomkit.auth.AccessToken;
import dev.zoomkit.auth.AppKind;
import dev.zoomkit.auth.BearerToken;
import dev.zoomkit.model.UserPage;
import dev.zoomkit.model.UserSummary;
import dev.zoomkit.value.PagedResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A list as long as they get, read in 64 MiB, with a token that ends in the middle. With {@code
 * -Dzoomkit.soak=true} a million items, else 50,000.
 */
class ManyItemsTest {

  private static final int ITEMS = Boolean.getBoolean("zoomkit.soak") ? 1_000_000 : 50_000;
  private static final int PAGE_SIZE = 300;
  private static final Pattern TOKEN = Pattern.compile("next_page_token=(\\d+)");

  @Test
  void listOfAnyLengthNeedsNoMemoryBesideItsIdentities() throws IOException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Dsun.net.httpserver.nodelay=true",
                "-cp",
                System.getProperty("java.class.path"),
                ManyItemsTest.class.getName(),
                "" + ITEMS)
            .redirectErrorStream(true)
            .start();
    List<String> lines = process.inputReader().lines().toList();
    System.out.printf(
        "%d items in 64 MiB, in %.1f s: %s%n", ITEMS, (System.nanoTime() - start) / 1e9, lines);

    assertThat(lines)
        .filteredOn(line -> line.startsWith("items "))
        .containsExactly("items %d, sum of ids %d".formatted(ITEMS, (ITEMS - 1L) * ITEMS / 2));
  }

  /** The process that reads; the server is in it, too. */
  public static void main(String[] arguments) throws IOException {
    int items = Integer.parseInt(arguments[0]);
    HttpServer server = server(items);
    URI endpoint = URI.create("http://127.0.0.1:%d/v2/".formatted(server.getAddress().getPort()));
    try (ZoomClient zoom =
        ZoomClient.builder()
            .credentials(BearerToken.of(AccessToken.of("token"), AppKind.ACCOUNT_LEVEL))
            .endpoint(endpoint)
            .build()) {
      UsersApi api = zoom.api(UsersApi.class);
      Pages<UserSummary> users =
          Pages.byToken(
              "listUsers",
              null,
              token ->
                  new Identified(
                      zoom.execute(
                          api.listUsers(
                              "sub", ListUsersQuery.builder().nextPageToken(token).build()))));
      long count = 0;
      long sum = 0;
      for (UserSummary user : users.prefetching()) {
        count++;
        sum += Long.parseLong(user.id());
      }
      System.out.printf("items %d, sum of ids %d%n", count, sum);
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          "%d MiB in use at the end%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
    server.stop(0);
  }

  private static HttpServer server(int items) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AtomicBoolean ended = new AtomicBoolean();
    server.createContext(
        "/v2/accounts/sub/users",
        exchange -> {
          Matcher token = TOKEN.matcher(exchange.getRequestURI().toString());
          int from = token.find() ? Integer.parseInt(token.group(1)) : 0;
          boolean ends = from > items / 2 && ended.compareAndSet(false, true);
          byte[] body =
              (ends ? "{\"code\":300,\"message\":\"The token ended.\"}" : page(from, items))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(ends ? 400 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String page(int from, int items) {
    int to = Math.min(items, from + PAGE_SIZE);
    StringBuilder json = new StringBuilder("{\"total_records\":").append(items);
    json.append(",\"next_page_token\":\"").append(to < items ? "" + to : "").append('"');
    for (int id = from; id < to; id++) {
      json.append(id == from ? ",\"users\":[" : ",");
      json.append("{\"id\":\"").append(id).append("\",\"first_name\":\"Jill\",\"type\":2}");
    }
    return json.append("]}").toString();
  }

  /** A page whose items have identities. */
  private record Identified(@Nullable UserPage page) implements PagedResponse<UserSummary> {

    @Override
    public List<UserSummary> items() {
      return page.items();
    }

    @Override
    public @Nullable String nextPageToken() {
      return page.nextPageToken();
    }

    @Override
    public Object identity(UserSummary item) {
      return item.id();
    }
  }
}
