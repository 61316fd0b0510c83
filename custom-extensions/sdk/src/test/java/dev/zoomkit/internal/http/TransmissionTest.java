package dev.zoomkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransmissionTest {

  private static final Request REQUEST =
      new Request.Builder().url("https://api.zoom.us/v2/users").build();
  private static final Call CALL = new OkHttpClient().newCall(REQUEST);

  private final Transmission transmission = new Transmission();

  @ParameterizedTest
  @CsvSource({
    "200, true",
    "204, true",
    "307, false",
    "400, false",
    "401, false",
    "404, false",
    "408, true",
    "429, false",
    "500, true",
    "504, true"
  })
  void responseTellsWhetherTheRequestMayHaveWorked(int status, boolean mayHaveWorked) {
    transmission.requestHeadersEnd(CALL, REQUEST);
    transmission.responseHeadersEnd(CALL, response(status));

    assertThat(transmission.lastMayHaveWorked()).isEqualTo(mayHaveWorked);
    assertThat(transmission.earlierMayHaveWorked()).isFalse();

    transmission.requestHeadersEnd(CALL, REQUEST);
    assertThat(transmission.earlierMayHaveWorked()).isEqualTo(mayHaveWorked);
  }

  @Test
  void requestThatWasNotSentDidNotWork() {
    transmission.requestHeadersStart(CALL);

    assertThat(transmission.lastMayHaveWorked()).isFalse();
  }

  @Test
  void requestWithoutAResponseMayHaveWorked() {
    transmission.requestHeadersEnd(CALL, REQUEST);

    assertThat(transmission.lastMayHaveWorked()).isTrue();
  }

  private static Response response(int status) {
    return new Response.Builder()
        .request(REQUEST)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .build();
  }
}
