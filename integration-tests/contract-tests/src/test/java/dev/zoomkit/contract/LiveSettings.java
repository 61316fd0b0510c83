package dev.zoomkit.contract;

import dev.zoomkit.auth.ServerToServer;
import dev.zoomkit.internal.http.Endpoint;
import dev.zoomkit.spec.reader.Typos;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which API to check, and as whom.
 *
 * @param token null where one has to be asked for with the other three
 * @param tokenEndpoint null where there is a token
 * @param writes whether operations that write may be called
 */
record LiveSettings(
    URI base,
    @Nullable URI tokenEndpoint,
    @Nullable String token,
    @Nullable String accountId,
    @Nullable String clientId,
    @Nullable String clientSecret,
    boolean writes) {

  static final String OVERLAY = "contract.overlay";

  private static final String PREFIX = "contract.";
  private static final String BASE = "contract.baseUrl";
  private static final String TOKEN_ENDPOINT = "contract.tokenEndpoint";
  private static final String WRITES = "contract.writes";
  private static final String ACCESS_TOKEN = "contract.accessToken";
  private static final String ACCOUNT_ID = "contract.accountId";
  private static final String CLIENT_ID = "contract.clientId";
  private static final String CLIENT_SECRET = "contract.clientSecret";
  private static final List<String> OPTIONS =
      List.of(
          BASE,
          OVERLAY,
          TOKEN_ENDPOINT,
          WRITES,
          ACCESS_TOKEN,
          ACCOUNT_ID,
          CLIENT_ID,
          CLIENT_SECRET);

  /** Whether a name is meant as one of the check's options, however it is spelt. */
  static boolean isOption(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith(PREFIX);
  }

  /**
   * Reads what the properties of the build and the environment say.
   *
   * @param said values by name, such as {@code contract.baseUrl} and {@code ZOOM_CLIENT_ID}
   * @return null where no API is named
   * @throws LiveException if what is said does not suffice, or an option is not known or empty
   */
  static @Nullable LiveSettings of(Map<String, String> said) {
    try {
      said.keySet().stream()
          .filter(LiveSettings::isOption)
          .sorted()
          .forEach(each -> known(each, said));
      String base = said.get(BASE);
      return base == null ? noApi(said) : of(url(BASE, base, "https://api.zoom.us/v2"), said);
    } catch (IllegalArgumentException refused) {
      throw new LiveException(refused.getMessage());
    }
  }

  private static void known(String option, Map<String, String> said) {
    Typos.refuse("option", option, OPTIONS);
    if (said.getOrDefault(option, "").isBlank()) {
      throw new LiveException(option + " is empty.");
    }
  }

  private static @Nullable LiveSettings noApi(Map<String, String> said) {
    for (String option : OPTIONS) {
      if (said.containsKey(option) && !option.equals(OVERLAY)) {
        throw new LiveException(
            option + " is for another API than the mock: it needs " + BASE + ".");
      }
    }
    return null;
  }

  private static LiveSettings of(URI base, Map<String, String> said) {
    String writes = said.getOrDefault(WRITES, "false");
    Typos.refuse("value of " + WRITES, writes, List.of("true", "false"));
    String token = value(said, ACCESS_TOKEN, "ZOOM_ACCESS_TOKEN");
    LiveSettings settings =
        new LiveSettings(
            base,
            token == null ? tokenEndpoint(base, said) : null,
            token,
            value(said, ACCOUNT_ID, "ZOOM_ACCOUNT_ID"),
            value(said, CLIENT_ID, "ZOOM_CLIENT_ID"),
            value(said, CLIENT_SECRET, "ZOOM_CLIENT_SECRET"),
            Boolean.parseBoolean(writes));
    boolean canAsk =
        settings.accountId != null && settings.clientId != null && settings.clientSecret != null;
    if (token == null && !canAsk) {
      throw new LiveException(
          "there are no credentials; set ZOOM_ACCESS_TOKEN, or ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and"
              + " ZOOM_CLIENT_SECRET.");
    }
    return settings;
  }

  /** Zoom's own for an API below the same host: what another API takes is not Zoom's to know. */
  private static URI tokenEndpoint(URI base, Map<String, String> said) {
    String endpoint = said.get(TOKEN_ENDPOINT);
    if (endpoint != null) {
      return url(TOKEN_ENDPOINT, endpoint, ServerToServer.ZOOM_TOKEN_ENDPOINT.toString());
    }
    String host = base.getHost().toLowerCase(Locale.ROOT);
    if (!host.endsWith("." + ServerToServer.ZOOM_TOKEN_ENDPOINT.getHost())) {
      throw new LiveException(
          "%s is not of Zoom's token endpoint; name the one that gives tokens for it as %s, or set ZOOM_ACCESS_TOKEN."
              .formatted(base.getHost(), TOKEN_ENDPOINT));
    }
    return ServerToServer.ZOOM_TOKEN_ENDPOINT;
  }

  /** What the first of these names says that says anything; null where none does. */
  private static @Nullable String value(Map<String, String> said, String... names) {
    for (String name : names) {
      String value = said.get(name);
      if (value != null && !value.isBlank()) {
        return value.trim();
      }
    }
    return null;
  }

  private static URI url(String name, String value, String example) {
    try {
      URI url = new URI(value.trim());
      if (url.getScheme() != null) {
        return Endpoint.of("The check", name, url, example).uri();
      }
    } catch (URISyntaxException none) {
      // Said below, together with what is a URI and no address of an API.
    }
    throw new LiveException("%s is no URL such as %s.".formatted(name, example));
  }
}
