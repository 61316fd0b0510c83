package dev.zoomkit.contract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which API to check, and as whom.
 *
 * @param token null where one has to be asked for with the other three
 * @param writes whether operations that write may be called
 */
record LiveSettings(
    URI base,
    URI tokenEndpoint,
    @Nullable String token,
    @Nullable String accountId,
    @Nullable String clientId,
    @Nullable String clientSecret,
    boolean writes) {

  private static final String BASE = "contract.baseUrl";
  private static final String TOKEN_ENDPOINT = "contract.tokenEndpoint";

  /**
   * Reads what the properties of the build and the environment say.
   *
   * @param environment values by name, such as {@code contract.baseUrl} and {@code ZOOM_CLIENT_ID}
   * @return null where no API is named
   * @throws LiveException if what is said does not suffice
   */
  static @Nullable LiveSettings of(Function<String, @Nullable String> environment) {
    String base = value(environment, BASE);
    if (base == null) {
      return null;
    }
    String endpoint = value(environment, TOKEN_ENDPOINT);
    LiveSettings settings =
        new LiveSettings(
            url(BASE, base),
            url(TOKEN_ENDPOINT, endpoint == null ? "https://zoom.us/oauth/token" : endpoint),
            value(environment, "contract.accessToken", "ZOOM_ACCESS_TOKEN"),
            value(environment, "contract.accountId", "ZOOM_ACCOUNT_ID"),
            value(environment, "contract.clientId", "ZOOM_CLIENT_ID"),
            value(environment, "contract.clientSecret", "ZOOM_CLIENT_SECRET"),
            Boolean.parseBoolean(value(environment, "contract.writes")));
    boolean canAsk =
        settings.accountId != null && settings.clientId != null && settings.clientSecret != null;
    if (settings.token == null && !canAsk) {
      throw new LiveException(
          "there are no credentials; set ZOOM_ACCESS_TOKEN, or ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and"
              + " ZOOM_CLIENT_SECRET.");
    }
    return settings;
  }

  /** What the first of these names says that says anything; null where none does. */
  static @Nullable String value(Function<String, @Nullable String> environment, String... names) {
    for (String name : names) {
      String value = environment.apply(name);
      if (value != null && !value.isBlank()) {
        return value.trim();
      }
    }
    return null;
  }

  private static URI url(String name, String value) {
    try {
      URI url = new URI(value);
      if (url.getHost() != null && String.valueOf(url.getScheme()).matches("https?")) {
        return url;
      }
    } catch (URISyntaxException none) {
      // Said below, together with what is a URI and no address of an API.
    }
    throw new LiveException(name + " is no URL such as https://api.zoom.us/v2: \"" + value + "\".");
  }
}
