package dev.zoomkit.internal.scope;

import dev.zoomkit.internal.auth.TokenSource;
import dev.zoomkit.internal.http.CallRule;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.scope.ScopeRecorder;
import java.io.IOException;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Refuses nothing, and tells a recorder of each call that comes by. Thread-safe. */
public final class RecordingRule implements CallRule {

  private final ScopeRecorder recorder;
  private final TokenSource tokens;

  /** With the recorder, and the source of the token whose scopes it is told. */
  public RecordingRule(ScopeRecorder recorder, TokenSource tokens) {
    this.recorder = recorder;
    this.tokens = tokens;
  }

  @Override
  public @Nullable RuntimeException refusal(Request request) throws IOException {
    Operation operation = Operation.of(request);
    if (!operation.isLink()) {
      recorder.record(operation, operation.isForOwnAccount(request), tokens.current().scopes());
    }
    return null;
  }
}
