package dev.zoomkit.transfer;

import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.FileSource;
import okhttp3.HttpUrl;

/** A source of a file behind a link, without a server. */
abstract class LinkedSource implements FileSource {

  @Override
  public HttpUrl link() {
    return HttpUrl.get("https://acme.zoom.us/rec/download/1");
  }

  @Override
  public CallInfo call() {
    return new CallInfo("download", "GET /rec/download/1");
  }
}
