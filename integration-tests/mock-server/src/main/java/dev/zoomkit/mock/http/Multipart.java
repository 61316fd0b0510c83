package dev.zoomkit.mock.http;

import dev.zoomkit.mock.call.ErrorResponseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;
import org.jspecify.annotations.Nullable;

/** Reads a {@code multipart/form-data} body. */
final class Multipart {
  private static final MimeConfig STRICT =
      MimeConfig.custom()
          .setStrictParsing(true)
          .setMaxLineLen(-1)
          .setMaxHeaderLen(-1)
          .setMaxContentLen(-1)
          .build();

  private Multipart() {}

  /**
   * One part.
   *
   * @param fileName null where the part is no file
   * @param contentType without its parameters
   */
  record Part(
      String name, @Nullable String fileName, String contentType, Charset charset, byte[] content) {
    String text() {
      return TextDecoder.of(content, charset, "part " + name);
    }
  }

  /**
   * The parts of a body, in order.
   *
   * @throws ErrorResponseException if the body is not what its Content-Type says
   */
  static List<Part> read(String contentType, byte[] body) {
    List<Part> parts = new ArrayList<>();
    MimeTokenStream tokens = new MimeTokenStream(STRICT);
    tokens.parseHeadless(new ByteArrayInputStream(body), contentType);
    MimeParameterMapping disposition = new MimeParameterMapping();
    try {
      EntityState state = tokens.getState();
      while (state != EntityState.T_END_OF_STREAM) {
        if (state == EntityState.T_START_HEADER) {
          disposition = new MimeParameterMapping();
        } else if (state == EntityState.T_FIELD) {
          readDisposition(tokens.getField(), disposition);
        } else if (state == EntityState.T_BODY) {
          parts.add(part(tokens, disposition));
        }
        state = tokens.next();
      }
    } catch (IOException | MimeException malformed) {
      throw new ErrorResponseException(
          400, 300, "The multipart body is cut off or malformed: " + malformed.getMessage());
    }
    return parts;
  }

  private static void readDisposition(Field field, MimeParameterMapping disposition) {
    if (field instanceof RawField raw && field.getName().equalsIgnoreCase("Content-Disposition")) {
      for (NameValuePair parameter : RawFieldParser.DEFAULT.parseRawBody(raw).getParams()) {
        disposition.addParameter(
            parameter.getName().toLowerCase(Locale.ROOT), parameter.getValue());
      }
    }
  }

  private static Part part(MimeTokenStream tokens, MimeParameterMapping disposition)
      throws IOException {
    BodyDescriptor descriptor = tokens.getBodyDescriptor();
    String name = disposition.get("name");
    String charset = descriptor.getCharset();
    return new Part(
        name == null ? "" : name,
        disposition.get("filename"),
        descriptor.getMimeType(),
        charset == null ? StandardCharsets.UTF_8 : MediaType.charset(charset),
        tokens.getDecodedInputStream().readAllBytes());
  }
}
