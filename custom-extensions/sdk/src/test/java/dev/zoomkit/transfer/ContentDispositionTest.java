package dev.zoomkit.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentDispositionTest {

  private static String name(String header) {
    return ContentDisposition.fileName(header);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "attachment; filename=in voice.pdf                           | in voice.pdf",
        "attachment; FileName = \"a.pdf\"                            | a.pdf",
        "filename=\"a.pdf\"                                          | a.pdf",
        "attachment; x=\"; filename=evil\"; filename=\"a; b.pdf\"    | a; b.pdf",
        "attachment; filename=\"a.pdf\"; filename=\"b.pdf\"          | a.pdf",
        "attachment; filename=\"say \\\"hi\\\".pdf\"                 | say _hi_.pdf",
        "attachment; filename=\"a\\\\b.pdf\"                         | b.pdf",
        "attachment; filename=\"never closed.pdf                     | never closed.pdf",
        "attachment; filename=\"                                     | -",
        "attachment; filename=                                       | -",
        "filename                                                    | -",
        ";=;;\"                                                      | -",
      })
  void parametersAreReadAsServersWriteThem(String header, String name) {
    assertThat(name(header)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "filename*=UTF-8'en'R%C3%A9gl+1.pdf                  | Régl+1.pdf",
        "filename*=utf-8''na%20me.pdf                        | na me.pdf",
        "filename*=\"UTF-8''quoted.pdf\"                     | quoted.pdf",
        "filename*=ISO-8859-1''R%E9gl.pdf                    | Régl.pdf",
        "filename*=UTF-8''100%.mp4                           | 100%.mp4",
        "filename*=UTF-8''%                                  | %",
        "filename*=UTF-8''%zz%4.mp4                          | %zz%4.mp4",
        "filename*=UTF-8''a%00b.mp4                          | a_b.mp4",
        "filename*=UTF-8''..%2F..%2Fetc%2Fpasswd             | passwd",
        "filename*=KOI8-R''%C1.pdf; filename=plain.pdf       | plain.pdf",
        "filename*=plain.pdf; filename=\"b.pdf\"             | b.pdf",
        "filename*=UTF-8''..; filename=\"b.pdf\"             | b.pdf",
      })
  void codedNamesAreReadAsFarAsTheyCanBe(String header, String name) {
    assertThat(name("attachment; " + header)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "C:x               | C_x",
        "NUL               | _NUL",
        "nul.tar.gz        | _nul.tar.gz",
        "Com1 .txt         | _Com1 .txt",
        "lpt³              | _lpt³",
        "console.log       | console.log",
        ".bashrc           | bashrc",
        "-rf               | rf",
        "a.pdf. .          | a.pdf",
        "..                | -",
        "a/                | -",
        "a<b>c*d?.pdf      | a_b_c_d_.pdf",
        "invoice\u202efdp.exe | invoice_fdp.exe",
        "re\u0301gl.pdf    | r\u00e9gl.pdf",
      })
  void nameIsSafeOnAllFileSystems(String sent, String name) {
    assertThat(name("attachment; filename=\"%s\"".formatted(sent))).isEqualTo(name);
  }

  @Test
  void longNameKeepsItsExtension() {
    assertThat(name("attachment; filename=\"" + "語".repeat(200) + ".mp4\""))
        .isEqualTo("語".repeat(78) + ".mp4");
    assertThat(name("attachment; filename=\"" + "\\\"".repeat(100_000) + "\"")).hasSize(240);
    String dotted = "a".repeat(239) + "." + "b".repeat(30);
    assertThat(name("attachment; filename=\"" + dotted + "\"")).isEqualTo("a".repeat(239));
  }

  @Property
  void nothingThatAServerSendsIsAFailure(
      @ForAll @Chars({'"', '\\', '\'', '%', ';', '=', '*', '.', '/', ' ', 'U', '8', '\0', '\ud83d'})
          String end) {
    for (String start : new String[] {"", "filename=", "filename=\"", "filename*=UTF-8''"}) {
      String name = name(start + end);
      if (name != null) {
        assertThat(name).isNotBlank().doesNotContainPattern("[/\\\\\"\\x00]|^[.]|[. ]$");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(241);
      }
    }
  }
}
