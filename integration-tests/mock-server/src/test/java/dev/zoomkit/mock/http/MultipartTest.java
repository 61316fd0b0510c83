package dev.zoomkit.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.Running;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form is read by the rules of its standards, however its writer spells it. */
class MultipartTest extends Running {
  private static final String PART =
      "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sky.png\"\r\n"
          + "Content-Type: image/png\r\n\r\nabc\r\n";

  private Response upload(String type, String body) {
    return Client.send(
        client
            .request(webinar + "/branding/virtual_backgrounds")
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8))));
  }

  private Response upload(String body) {
    return upload("multipart/form-data; boundary=cut", body);
  }

  @Test
  void aNameWithoutQuotesIsAName() {
    Response picture =
        Client.send(
            client
                .request(host + "/picture")
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(
                    BodyPublishers.ofString(
                        "--cut\r\nContent-Disposition: form-data; name=pic_file; filename=me.png\r\n"
                            + "Content-Type: image/png\r\n\r\nabc\r\n--cut--\r\n")));
    assertThat(picture.status()).as(picture.body()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "content-disposition:form-data;name=file;filename=\"sky.png\"",
        "Content-Disposition: form-data; filename=\"sky.png\"; name=\"file\"",
        "CONTENT-DISPOSITION: Form-Data ; Name = \"file\" ; FileName = sky.png",
        "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''sky.png",
        "Content-Disposition: form-data; name=\"file\";\r\n filename=\"sky.png\"",
        "X-Name: name=\"other\"\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sky.png\""
      })
  void aPartIsNamedByItsContentDisposition(String disposition) {
    Response response =
        upload(
            "--cut\r\n"
                + disposition
                + "\r\nContent-Type: IMAGE/PNG; a=b\r\n\r\nabc\r\n--cut--\r\n");
    assertThat(response.status()).as(response.body()).isEqualTo(201);
    assertThat(response.json().path("name").asText()).isEqualTo("sky.png");
    assertThat(response.json().path("size").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filename=\"küche; \\\"neu\\\".png\"",
        "filename*=UTF-8''k%C3%BCche%3B%20%22neu%22.png",
        "filename*=iso-8859-1'de'k%FCche%3B%20%22neu%22.png"
      })
  void aFileNameMayHaveAnyCharacter(String fileName) {
    Response response = upload(PART.replace("filename=\"sky.png\"", fileName) + "--cut--\r\n");
    assertThat(response.status()).as(response.body()).isEqualTo(201);
    assertThat(response.json().path("name").asText()).isEqualTo("küche; \"neu\".png");
  }

  @Test
  void whatStandsBeforeAndAfterThePartsIsNoPart() {
    assertThat(upload("To whom it may concern\r\n" + PART + "--cut--\r\nbye\r\n").status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Multipart/Form-Data; charset=utf-8; Boundary=\"cut\"",
        "multipart/form-data;boundary=cut;x=\"boundary=no\""
      })
  void theBoundaryIsAParameterOfTheContentType(String type) {
    Response response = upload(type, PART + "--cut--\r\n");
    assertThat(response.status()).as(response.body()).isEqualTo(201);
  }

  @Test
  void aTextPartIsReadByItsCharset() {
    String value =
        "--cut\r\nContent-Disposition: form-data; name=default\r\n"
            + "Content-Type: text/plain; charset=us-ascii\r\n\r\ntrue\r\n";
    Response response = upload(value + PART + "--cut--\r\n");
    assertThat(response.status()).as(response.body()).isEqualTo(201);
    assertThat(response.json().path("is_default").asBoolean()).isTrue();
  }

  @Test
  void bytesAreCountedAsTheyCame() {
    Response response = upload(PART.replace("abc", "\r\n--cu\r\nü\r\n") + "--cut--\r\n");
    assertThat(response.json().path("size").asInt()).isEqualTo(12);
  }

  @Test
  void aFormThatIsCutOffOrNoneIsRefused() {
    assertRefused(upload(PART), 400, 300);
    assertRefused(upload(PART + "--cut"), 400, 300);
    assertRefused(upload("abc"), 400, 300);
    assertRefused(upload("multipart/form-data", PART + "--cut--\r\n"), 400, 300);
    assertRefused(upload("multipart/form-data; boundary=other", PART + "--cut--\r\n"), 400, 300);
    assertRefused(upload("multipart/mixed; boundary=cut", PART + "--cut--\r\n"), 415, 300);
  }
}
