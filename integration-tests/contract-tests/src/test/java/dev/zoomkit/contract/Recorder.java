package dev.zoomkit.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Keeps what goes over the wire under {@code apiBase}. Used from one thread at a time. */
final class Recorder implements Interceptor {

  private final String basePath;
  private final List<Exchange> exchanges = new ArrayList<>();

  Recorder(java.net.URI apiBase) {
    this.basePath = apiBase.getPath().replaceAll("/$", "");
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Response response = chain.proceed(request);
    String path = request.url().encodedPath();
    if (path.startsWith(basePath)) {
      exchanges.add(
          new Exchange(
              request.method(),
              path.substring(basePath.length()),
              request.url().encodedQuery(),
              type(request.body()),
              bytes(request.body()),
              response.code(),
              response.header("Content-Type"),
              response.peekBody(Long.MAX_VALUE).bytes()));
    }
    return response;
  }

  /** The exchanges since the last call, oldest first. */
  List<Exchange> drain() {
    List<Exchange> seen = List.copyOf(exchanges);
    exchanges.clear();
    return seen;
  }

  private static @Nullable String type(@Nullable RequestBody body) {
    MediaType type = body == null ? null : body.contentType();
    return type == null ? null : type.toString();
  }

  private static byte[] bytes(@Nullable RequestBody body) throws IOException {
    Buffer buffer = new Buffer();
    if (body != null) {
      body.writeTo(buffer);
    }
    return buffer.readByteArray();
  }
}
