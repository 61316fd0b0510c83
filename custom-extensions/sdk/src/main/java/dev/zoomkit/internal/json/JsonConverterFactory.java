package dev.zoomkit.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import dev.zoomkit.internal.http.ByteOrderMark;
import dev.zoomkit.runtime.json.Reading;
import dev.zoomkit.value.UnexpectedValue;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * JSON bodies through Moshi. Own code in place of Retrofit's, because an unreadable body must name
 * the JSON path where reading stopped.
 */
public final class JsonConverterFactory extends Converter.Factory {

  private static final MediaType JSON = MediaType.get("application/json");

  private final Moshi moshi;
  private final JsonReading reading;
  private final Function<Annotation[], String> operations;

  /** The function names the operation of a method by its annotations. */
  public JsonConverterFactory(
      Moshi moshi, JsonReading reading, Function<Annotation[], String> operations) {
    this.moshi = moshi;
    this.reading = reading;
    this.operations = operations;
  }

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return new Responses<>(moshi.adapter(type), () -> operations.apply(annotations));
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

  /** What reads the responses of an operation that has no method. */
  public <T> Converter<ResponseBody, T> reader(JsonAdapter<T> adapter, String operation) {
    return new Responses<>(adapter, () -> operation);
  }

  /** Reads the responses of an operation, whose name is asked for where it is needed. */
  private final class Responses<T>
      implements Converter<ResponseBody, T>, Consumer<UnexpectedValue> {
    private final JsonAdapter<T> adapter;
    private final Supplier<String> operation;

    Responses(JsonAdapter<T> adapter, Supplier<String> operation) {
      this.adapter = adapter;
      this.operation = operation;
    }

    @Override
    public T convert(ResponseBody body) throws IOException {
      try (body) {
        BufferedSource source = body.source();
        source.skip(ByteOrderMark.length(source));
        JsonReader reader = reading.reader(source, this);
        try {
          T value = adapter.fromJson(reader);
          if (value == null || reader.peek() != JsonReader.Token.END_DOCUMENT) {
            throw new JsonDataException(value == null ? "null" : "more after the end");
          }
          return value;
        } catch (InterruptedIOException interruptOrTimeout) {
          throw interruptOrTimeout;
        } catch (JsonEncodingException broken) {
          throw JsonDecodingException.of(reader, Reading.broken(reader, broken));
        } catch (IOException | JsonDataException unreadable) {
          throw JsonDecodingException.of(reader, unreadable);
        }
      }
    }

    @Override
    public void accept(UnexpectedValue value) {
      reading.tell(operation.get(), value);
    }
  }

  private static RequestBody write(JsonAdapter<Object> adapter, Object value) throws IOException {
    Buffer buffer = new Buffer();
    adapter.toJson(JsonWriter.of(buffer), value);
    return RequestBody.create(buffer.readByteString(), JSON);
  }
}
