package dev.zoomkit.internal;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * JSON bodies through Moshi. Own code in place of Retrofit's, because an unreadable body must name
 * the JSON path where reading stopped.
 */
final class JsonConverterFactory extends Converter.Factory {

  private static final MediaType JSON = MediaType.get("application/json");

  private final Moshi moshi;

  JsonConverterFactory(Moshi moshi) {
    this.moshi = moshi;
  }

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    JsonAdapter<Object> adapter = moshi.adapter(type);
    return body -> read(adapter, body);
  }

  @Override
  public Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    JsonAdapter<Object> adapter = moshi.adapter(type);
    return value -> write(adapter, value);
  }

  private static Object read(JsonAdapter<Object> adapter, ResponseBody body) throws IOException {
    try (body) {
      JsonReader reader = JsonReader.of(body.source());
      try {
        Object value = adapter.fromJson(reader);
        if (value == null || reader.peek() != JsonReader.Token.END_DOCUMENT) {
          throw new JsonDataException(value == null ? "null" : "more after the end");
        }
        return value;
      } catch (InterruptedIOException interruptOrTimeout) {
        throw interruptOrTimeout;
      } catch (IOException | JsonDataException unreadable) {
        String words = String.valueOf(unreadable.getMessage()).replaceFirst(" at path \\$.*", "");
        throw new UndecodableException(reader.getPath(), words + ".", unreadable);
      }
    }
  }

  private static RequestBody write(JsonAdapter<Object> adapter, Object value) throws IOException {
    Buffer buffer = new Buffer();
    adapter.toJson(JsonWriter.of(buffer), value);
    return RequestBody.create(buffer.readByteString(), JSON);
  }
}
