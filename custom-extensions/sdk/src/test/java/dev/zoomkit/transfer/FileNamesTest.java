package dev.zoomkit.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.value.FileLink;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

  private static final OffsetDateTime START = OffsetDateTime.parse("2027-03-08T10:00:00+01:00");

  private static FileLink file(
      @Nullable String name, @Nullable String type, @Nullable String extension) {
    return new FileLink("https://zoom.us/1", null, name, type, extension, 1L, null);
  }

  private static String name(FileLink file) {
    return FileNames.of(List.of(file)).get(0);
  }

  @Test
  void nameIsStartInUtcSessionTypeAndExtension() {
    assertThat(name(new FileLink("u", "98520143677", null, "audio_only", "M4A", 1L, START)))
        .isEqualTo("2027-03-08T090000Z_98520143677_audio_only.m4a");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, -, file",
        "-, '', '', file",
        "-, CHAT, CHAT, CHAT.txt",
        "-, CC, CC, CC.vtt",
        "-, TIMELINE, TIMELINE, TIMELINE.json",
        "-, a/b\\c:d*?, MP4, a_b_c_d__.mp4",
        "-, .., MP4, file.mp4",
        "-, new_type, ../../x, new_type.x",
        "Jill Miller.m4a, M4A, M4A, Jill Miller.m4a",
        "notes.pdf, -, -, notes.pdf",
        "con.txt, -, TXT, _con.txt",
        "AUX, -, -, _AUX",
        "com¹, -, -, _com¹",
        "nul .x, -, -, _nul.x",
        "Jürgen 你好 😀, -, TXT, Jürgen 你好 _.txt",
      })
  void nameIsSafeAndNeverEmpty(String name, String type, String extension, String expected) {
    assertThat(name(file(name, type, extension))).isEqualTo(expected);
  }

  @Test
  void filesOfOneNameGetNumbers() {
    FileLink lower = file(null, "audio", "M4A");
    FileLink upper = file(null, "AUDIO", "M4A");

    assertThat(FileNames.of(List.of(lower, upper, file(null, "audio-2", "M4A"), lower)))
        .containsExactly("audio.m4a", "AUDIO-2.m4a", "audio-2-2.m4a", "audio-3.m4a");
  }

  /** NTFS compares upper case, APFS folds a sharp s. */
  @Test
  void filesOfOneNameInAnyAlphabetGetNumbers() {
    assertThat(
            FileNames.of(
                List.of(
                    file(null, "σ", null),
                    file(null, "ς", null),
                    file(null, "Straße", null),
                    file(null, "STRASSE", null))))
        .containsExactly("σ", "ς-2", "Straße", "STRASSE-2");
  }

  @Test
  void longNameIsCutBetweenCharacters() {
    String cut = name(file("語".repeat(200), null, "MP4"));

    assertThat(cut).isEqualTo("語".repeat(53) + ".mp4");
  }
}
