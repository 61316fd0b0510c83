package dev.zoomkit.internal;

import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.Streaming;
import retrofit2.http.Url;

/** What the links in Zoom's responses lead to. */
interface LinksApi {

  /** A file as it is, because a range of what is packed for the way is worth nothing. */
  @GET
  @Headers("Accept-Encoding: identity")
  @Streaming
  Call<ResponseBody> download(
      @Url HttpUrl link,
      @Nullable @Header("Range") String range,
      @Nullable @Header("If-Range") String validator);
}
