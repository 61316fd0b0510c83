package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.annotation.Effect;
import dev.zoomkit.annotation.Secret;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The client carries the description's marks: what is a secret, and what a call does. */
class MarksTest {

  private final BundledDescription description = BundledDescription.load();

  @Test
  void everySecretIsMarkedInItsModelAndNothingElseIs() {
    Map<String, Long> described = new TreeMap<>();
    Map<String, Long> marked = new TreeMap<>();
    for (Map.Entry<String, JsonNode> schema : description.schemas()) {
      long secrets =
          description.properties(schema.getValue()).values().stream()
              .filter(property -> property.path("x-zoom-secret").asBoolean())
              .count();
      Class<?> model = classOf("dev.zoomkit.model." + schema.getKey());
      if (model != null) {
        described.put(schema.getKey(), secrets);
        marked.put(
            schema.getKey(),
            Arrays.stream(model.getMethods())
                .filter(method -> method.isAnnotationPresent(Secret.class))
                .count());
      }
    }

    assertThat(marked).isEqualTo(described);
    assertThat(marked.get("Meeting")).isPositive();
  }

  @Test
  void everyOperationSaysWhatItDoesAndWhomZoomNotifies() {
    Map<String, String> described = new TreeMap<>();
    Map<String, String> marked = new TreeMap<>();
    for (Operation operation : description.operations()) {
      JsonNode node = operation.node();
      String kind = node.path("x-zoom-effect").asText().toUpperCase(Locale.ROOT);
      described.put(operation.id(), kind + " " + node.path("x-zoom-notifies").asText());
      Effect effect = methodOf(operation).getAnnotation(Effect.class);
      marked.put(operation.id(), effect.value() + " " + effect.notifies());
    }

    assertThat(marked).isEqualTo(described);
  }

  /** Null for a schema that needs no class of its own. */
  private static @Nullable Class<?> classOf(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException absent) {
      return null;
    }
  }

  private static Method methodOf(Operation operation) {
    String words =
        Arrays.stream(operation.category().split(" "))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
    return Arrays.stream(classOf("dev.zoomkit.api." + words + "Api").getMethods())
        .filter(method -> method.getName().equals(operation.id()))
        .filter(method -> !method.isDefault())
        .findFirst()
        .orElseThrow();
  }
}
