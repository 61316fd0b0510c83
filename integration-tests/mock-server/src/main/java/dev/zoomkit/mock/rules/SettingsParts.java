package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Which part of the settings a call asks for: an option's part bears its name, and has the sign-in
 * profiles where it is about signing in; what is left are the settings of no option.
 */
final class SettingsParts {
  private static final String OPTION = "option";
  private static final String SIGN_IN = "authentication";
  private static final String PROFILES = "authentication_options";

  private SettingsParts() {}

  /** Takes from a response what its call does not ask for. */
  static void cut(ResolvedCall call, ObjectNode shown) {
    Parameter parameter = call.operation().queryParameter(OPTION);
    if (parameter == null) {
      return;
    }
    Content response = Objects.requireNonNull(call.operation().response());
    Set<String> options = parameter.schema().values();
    String wanted = call.query(OPTION).asText();
    if (shown.path(PROFILES).path(wanted) instanceof ObjectNode profiles) {
      shown.setAll(profiles.deepCopy());
    }
    for (String name : names(shown)) {
      boolean ofNone =
          response.example().has(name)
              || name.equals(PROFILES) && shown.get(name).isObject()
              || !isOfOption(name, options, response);
      boolean asked =
          wanted.isEmpty()
              ? ofNone
              : name.equals(wanted) || wanted.contains(SIGN_IN) && isOfSignIn(name, options);
      if (!asked) {
        shown.remove(name);
      }
    }
    List<String> fields = fields(call);
    if (!fields.isEmpty()) {
      retain(shown, fields);
    }
  }

  private static boolean isOfOption(String name, Set<String> options, Content response) {
    return options.contains(name)
        || name.contains(SIGN_IN)
        || response.examples().stream().anyMatch(example -> example.has(name));
  }

  private static boolean isOfSignIn(String name, Set<String> options) {
    return name.contains(SIGN_IN) && !options.contains(name);
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> fields(ResolvedCall call) {
    JsonNode fields = call.query("custom_query_fields");
    return fields.isArray()
        ? Json.texts(fields)
        : fields.asText().isEmpty() ? List.of() : List.of(fields.asText().split(","));
  }

  /** Leaves of settings those that are named, with all that is within them. */
  private static void retain(ObjectNode settings, List<String> fields) {
    for (String name : names(settings)) {
      if (fields.contains(name)) {
        continue;
      }
      if (settings.get(name) instanceof ObjectNode inner) {
        retain(inner, fields);
      }
      if (!settings.get(name).isObject() || settings.get(name).isEmpty()) {
        settings.remove(name);
      }
    }
  }
}
