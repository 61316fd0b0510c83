package dev.zoomkit.internal.rate;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.zoomkit.annotation.CallLimit;
import dev.zoomkit.internal.http.Operation;
import dev.zoomkit.internal.http.Operation.PathParameter;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What a limit counts apart, read from a request: a host, a person, several registrants. */
final class Subjects {

  private static final String BODY = "body.";

  private Subjects() {}

  /** The names that a request counts for; one empty name where the account counts as a whole. */
  static Set<String> of(Operation operation, CallLimit limit, Request request) {
    Set<String> subjects = Set.of("");
    for (String by : limit.by()) {
      Set<String> values =
          by.startsWith(BODY)
              ? inBody(request.body(), List.of(by.substring(BODY.length()).split("\\.")))
              : inPath(operation, by, request);
      Set<String> longer = new LinkedHashSet<>();
      for (String subject : subjects) {
        values.forEach(value -> longer.add(subject + "/" + value));
      }
      subjects = longer;
    }
    return subjects;
  }

  private static Set<String> inPath(Operation operation, String name, Request request) {
    Set<String> values = new LinkedHashSet<>();
    for (PathParameter parameter : operation.pathParameters()) {
      if (parameter.name().equals(name)) {
        values.add(parameter.value(request));
      }
    }
    return values;
  }

  /** Nothing where the body cannot be read twice, or is not what it should be: Zoom will see. */
  private static Set<String> inBody(@Nullable RequestBody body, List<String> path) {
    Set<String> values = new LinkedHashSet<>();
    if (body != null && !body.isOneShot()) {
      try {
        Buffer json = new Buffer();
        body.writeTo(json);
        collect(JsonReader.of(json), path, values);
      } catch (IOException | JsonDataException notJson) {
        values.clear();
      }
    }
    return values;
  }

  private static void collect(JsonReader json, List<String> path, Set<String> values)
      throws IOException {
    switch (json.peek()) {
      case BEGIN_ARRAY -> {
        json.beginArray();
        while (json.hasNext()) {
          collect(json, path, values);
        }
        json.endArray();
      }
      case BEGIN_OBJECT -> {
        json.beginObject();
        while (json.hasNext()) {
          String name = json.nextName();
          if (!path.isEmpty() && name.equals(path.get(0))) {
            collect(json, path.subList(1, path.size()), values);
          } else {
            json.skipValue();
          }
        }
        json.endObject();
      }
      case STRING, NUMBER -> {
        String value = json.nextString();
        if (path.isEmpty()) {
          values.add(value);
        }
      }
      default -> json.skipValue();
    }
  }
}
