package dev.zoomkit.spec.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.spec.reader.ApiDescription.FieldProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {
  private static final ApiDescription DESCRIPTION =
      new ApiDescription(
          Json.read(
              """
              {"openapi": "3.1.0", "paths": {}, "components": {"schemas": {
                "Order": {"type": "object", "additionalProperties": false, "properties": {
                  "email": {"allOf": [{"$ref": "#/components/schemas/Email"}], "format": "email"},
                  "bread": {"$ref": "#/components/schemas/Bread"}}},
                "Bread": {"type": "object", "additionalProperties": false, "properties": {
                  "flour": {"type": "string"}}},
                "Email": {"type": "string", "format": "email"}}}}"""));

  private static List<FieldProblem> problems(String order) {
    return DESCRIPTION.problems("/components/schemas/Order", Json.read(order));
  }

  @Test
  void problemOfAFieldThatIsNotKnownIsThatFieldsAndHasTheNearest() {
    assertThat(problems("{\"braed\": {}, \"bread\": {\"flor\": \"rye\"}}"))
        .containsExactlyInAnyOrder(
            new FieldProblem("braed", "is not known; the nearest is bread"),
            new FieldProblem("bread.flor", "is not known; the nearest is flour"));
  }

  @Test
  void problemOfAFormatIsToldOnce() {
    assertThat(problems("{\"email\": \"anna\"}"))
        .containsExactly(new FieldProblem("email", "has to be of the format email"));
  }
}
