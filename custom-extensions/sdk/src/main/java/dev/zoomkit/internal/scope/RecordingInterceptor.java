package dev.zoomkit.internal.scope;

import dev.zoomkit.internal.auth.TokenSource;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.scope.ScopeRecorder;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Tells a recorder of each call. Installed by the client where there is one. Thread-safe. */
public final class RecordingInterceptor implements Interceptor {

  private final ScopeRecorder recorder;
  private final TokenSource tokens;

  /** With the recorder, and the source of the token whose scopes it is told. */
  public RecordingInterceptor(ScopeRecorder recorder, TokenSource tokens) {
    this.recorder = recorder;
    this.tokens = tokens;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Operation operation = Operation.of(request);
    recorder.record(operation, operation.isForOwnAccount(request), tokens.current().scopes());
    return chain.proceed(request);
  }
}
