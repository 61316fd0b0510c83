package dev.zoomkit.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {

  private final Pseudonyms pseudonyms = Pseudonyms.ofNewKey();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jill@acme.example | user-[a-z2-7]{10}@example\\.com",
        "jill@acme.example;sam@acme.example | user-\\w{10}@example\\.com;user-\\w{10}@example\\.com",
        "https://acme.zoom.us/j/1?pwd=x | https://example\\.com/[a-z2-7]{20}",
        "1987-03-14 | \\d{4}-\\d\\d-\\d\\d",
        "2026-11-01T08:00:00Z | \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ",
        "203.0.113.7 | 10(\\.\\d{1,3}){3}",
        "2a02:908::1 | 2001:db8(:[0-9a-f]{4}){6}",
        "00:0A:95:9D:68:16 | 02(:[0-9a-f]{2}){5}",
        "123e4567-e89b-12d3-a456-426614174000 | [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        "+49 (30) 5550-0951 | \\+[1-3]\\d \\(\\d\\d\\) \\d{4}-\\d{4}",
        "q3Lm0pXkT5aYw2BrN7dVhA | [a-z][a-z2-7]{15}",
        "Jo | [a-z][a-z2-7]{7}",
        "Jill Jones, and others | [a-z][a-z2-7]{15}"
      })
  void valueIsReplacedByOneOfItsKind(String value, String kind) {
    String other = pseudonyms.of(value);

    assertThat(other).matches(kind).isNotEqualTo(value).isEqualTo(pseudonyms.of(value));
    assertThat(Pseudonyms.ofNewKey().of(value)).matches(kind).isNotEqualTo(other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483647", "9223372036854775807", "1999999999", "48.1372", "-7.5"})
  void numberIsReplacedByOneThatIsAsLongAndNotLarger(String number) {
    String other = pseudonyms.ofNumber(number);

    assertThat(other).isNotEqualTo(number).hasSameSizeAs(number);
    assertThat(Math.abs(Double.parseDouble(other)))
        .isLessThanOrEqualTo(Math.abs(Double.parseDouble(number)) + 1e9);
    if (!number.contains(".")) {
      assertThat(Long.parseLong(other)).isPositive();
    }
    assertThat(pseudonyms.of(number)).isEqualTo(other);
  }

  @Test
  void wholeNumbersStayInTheRangeOfTheirType() {
    for (int key = 0; key < 1000; key++) {
      Pseudonyms others = Pseudonyms.ofNewKey();
      assertThat(Integer.parseInt(others.ofNumber("2147483647"))).isPositive();
      assertThat(Long.parseLong(others.ofNumber("9223372036854775807"))).isPositive();
    }
  }

  @Test
  void addressIsTheSameHoweverItIsWritten() {
    assertThat(pseudonyms.of("Jill@Acme.example")).isEqualTo(pseudonyms.of("jill@acme.example"));
    assertThat(pseudonyms.of("+49 30 555"))
        .isEqualTo(pseudonyms.of("+4930555").replaceAll("(...)(..)(...)", "$1 $2 $3"));
  }

  @Test
  void blankTextStays() {
    assertThat(pseudonyms.of("")).isEmpty();
    assertThat(pseudonyms.of(" ")).isEqualTo(" ");
  }

  @Test
  void longTextTakesNoLongerThanItsLength() {
    String text = "a".repeat(4 << 20);

    assertThat(pseudonyms.of(text)).hasSize(16);
    assertThat(pseudonyms.of(text + ",")).hasSize(16);
    assertThat(new BlackOut(pseudonyms).text(text + "@", Shape.HIDDEN)).hasSize(16);
  }
}
