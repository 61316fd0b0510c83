package dev.zoomkit.internal.http;

import dev.zoomkit.annotation.Secret;
import dev.zoomkit.runtime.Arguments;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Checks the addresses that secrets are sent to. */
public final class Endpoint {

  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final String THIS_MACHINE = "localhost|127\\.\\d+\\.\\d+\\.\\d+|::1";

  private Endpoint() {}

  /**
   * The URL of an endpoint.
   *
   * @param caller who needs it, and {@code name} as what
   * @param example one that would do
   * @throws NullPointerException if it is null
   * @throws IllegalArgumentException if it is no https URL, or no http URL of this machine, or has
   *     more than a host, a port and a path
   */
  public static HttpUrl of(String caller, String name, URI address, String example) {
    Arguments.require(caller, name, address);
    HttpUrl url = HttpUrl.get(address);
    String problem = problem(address, url);
    if (problem != null || url == null) {
      throw Arguments.unfit(
          caller, name, "such as %s; \"%s\" %s.".formatted(example, shown(address), problem));
    }
    return url;
  }

  private static @Nullable String problem(URI address, @Nullable HttpUrl url) {
    if (address.getRawAuthority() == null) {
      return "has no host";
    } else if (address.getScheme() == null
        || !SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))) {
      return "is neither https nor http";
    } else if (url == null) {
      return "is no URL";
    } else if (address.getRawAuthority().contains("@")) {
      return "has a user";
    } else if (url.query() != null) {
      return "has a query";
    } else if (url.fragment() != null) {
      return "has a fragment";
    } else if (!url.isHttps() && !url.host().matches(THIS_MACHINE)) {
      return "is not encrypted, which is for servers on this machine only";
    }
    return null;
  }

  /** Without what may be secret. */
  private static String shown(URI address) {
    return address
        .toString()
        .replaceFirst("[?#].*", "")
        .replaceFirst("//[^/]*@", "//" + Secret.BLACKED_OUT + "@");
  }
}
