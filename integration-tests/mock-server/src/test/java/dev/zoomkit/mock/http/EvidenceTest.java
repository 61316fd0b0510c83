package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.mock.Trust;
import dev.zoomkit.spec.reader.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as agreement with an example, and what the mock says of single operations. */
class EvidenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": 1}           | {\"a\": 2}          | true",
        "{\"a\": 1, \"b\": 1} | {\"a\": 2}          | true",
        "{\"b\": 1}           | {\"a\": 2}          | false",
        "{\"a\": \"1\"}       | {\"a\": 2}          | false",
        "{\"a\": {\"b\": 1}}  | {\"a\": {\"b\": 2}} | true",
        "{\"a\": {}}          | {\"a\": {\"b\": 2}} | false",
        "{\"a\": []}          | {\"a\": []}         | true",
        "{\"a\": []}          | {\"a\": [1]}        | false",
        "{\"a\": [{}]}        | {\"a\": [{\"b\":1}]}| false"
      })
  void comparesFieldsAndTypes(String value, String example, boolean same) {
    assertThat(Evidence.hasShape(Json.parse(value), Json.parse(example))).isEqualTo(same);
  }

  @Test
  void saysHowFarAResponseIsToBeTrusted() {
    try (MockZoom mock = MockZoom.start()) {
      assertThat(mock.trust("listUsers")).isEqualTo(Trust.EXAMPLE);
      assertThat(mock.trust("deleteUser")).isEqualTo(Trust.DESCRIBED);
      assertThat(mock.trust("subscribePlans")).isEqualTo(Trust.EXAMPLE);
      assertThat(mock.trust("getMeetingRecordings")).isEqualTo(Trust.EXAMPLE);
      assertThat(mock.trust("getDashboardClientFeedback")).isEqualTo(Trust.EXAMPLE);
      assertThat(mock.trust("getSipTrunkSettings")).isEqualTo(Trust.INFERRED);
    }
  }
}
