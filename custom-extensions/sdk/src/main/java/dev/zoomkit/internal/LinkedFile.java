package dev.zoomkit.internal;

import dev.zoomkit.internal.http.Breaks;
import dev.zoomkit.internal.http.CallInfo;
import dev.zoomkit.internal.http.FileResponse;
import dev.zoomkit.internal.http.FileSource;
import okhttp3.HttpUrl;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** A file that is asked for by its link. Immutable and thread-safe. */
record LinkedFile(HttpUrl link, ApiFactory apis) implements FileSource {

  @Override
  public CallInfo call() {
    return CallInfo.of(links().download(link, null, null).request());
  }

  @Override
  public FileResponse open(long from, @Nullable String validator) {
    String range = from == 0 ? null : "bytes=" + from + "-";
    Call<ResponseBody> call = links().download(link, range, from == 0 ? null : validator);
    return CallExecutor.file(CallExecutor.execute(call));
  }

  @Override
  public Breaks breaks() {
    return apis.breaks();
  }

  private LinksApi links() {
    return apis.api(LinksApi.class);
  }
}
