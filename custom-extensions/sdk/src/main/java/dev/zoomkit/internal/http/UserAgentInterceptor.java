package dev.zoomkit.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Says who calls: {@code zoomkit/} and the version. Thread-safe. */
public final class UserAgentInterceptor implements Interceptor {

  private static final String VALUE = "zoomkit/" + version();

  @Override
  public Response intercept(Chain chain) throws IOException {
    return chain.proceed(chain.request().newBuilder().header("User-Agent", VALUE).build());
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream file =
        UserAgentInterceptor.class.getResourceAsStream("/dev/zoomkit/zoomkit.properties")) {
      properties.load(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties.getProperty("version");
  }
}
