package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.JavaType;
import dev.zoomkit.generator.java.Operation.Answer;
import dev.zoomkit.generator.java.Operation.AnswerKind;
import dev.zoomkit.generator.java.Prose;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Reads what operations answer: JSON, bytes, or nothing. Where it may be JSON or bytes it is bytes,
 * and the JSON has its class all the same.
 */
public final class Answers {
  private static final String JSON = "application/json";

  private final OpenAPI openApi;
  private final Types types;
  private final Prose prose;
  private final Problems problems;
  private final Set<String> schemas = new TreeSet<>();

  public Answers(OpenAPI openApi, Types types, Prose prose, Problems problems) {
    this.openApi = openApi;
    this.types = types;
    this.prose = prose;
    this.problems = problems;
  }

  /** The schemas of all answers read so far, those of errors included. */
  public Set<String> schemas() {
    return schemas;
  }

  /** Reads what a success answers; the schemas of errors are noted. */
  public Answer read(Map<String, ApiResponse> responses, String where) {
    List<Answer> answers = new ArrayList<>();
    responses.forEach(
        (status, declared) -> {
          ApiResponse response = ModelUtils.getReferencedApiResponse(openApi, declared);
          String place = where + ", answer " + status;
          if (status.startsWith("2")) {
            answers.add(success(response, place));
          } else if (response.getContent() != null) {
            response.getContent().values().forEach(media -> type(media, place));
          }
        });
    List<Answer> withBody =
        answers.stream().filter(answer -> answer.kind() != AnswerKind.NOTHING).toList();
    if (answers.isEmpty()) {
      problems.add(where, "no answer of a success", "Add a 2xx response");
    }
    if (withBody.stream().map(Answer::type).distinct().count() > 1) {
      problems.add(
          where,
          "several answers of a success with different bodies",
          "Give them one schema with the properties of all");
    }
    if (!withBody.isEmpty()) {
      return withBody.get(0);
    }
    return answers.isEmpty() ? new Answer(AnswerKind.NOTHING, null, "") : answers.get(0);
  }

  private Answer success(ApiResponse response, String where) {
    String description = prose.line(response.getDescription());
    Content content = response.getContent();
    if (content == null || content.isEmpty()) {
      return new Answer(AnswerKind.NOTHING, null, description);
    }
    MediaType json = content.get(JSON);
    JavaType type = json == null ? null : type(json, where);
    return type == null || content.size() > 1
        ? new Answer(AnswerKind.BYTES, null, description)
        : new Answer(AnswerKind.JSON, type, description);
  }

  private JavaType type(MediaType media, String where) {
    JavaType type = types.of(media.getSchema(), where);
    if (type.schema() != null) {
      schemas.add(type.schema());
    }
    return type;
  }
}
