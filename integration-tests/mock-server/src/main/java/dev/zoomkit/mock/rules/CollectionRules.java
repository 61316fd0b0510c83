package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.call.DocumentedErrors;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.MacAddress;
import dev.zoomkit.mock.model.ResourceLocation.Role;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation.DocumentedError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What any collection may not hold twice, too much or too little of, and which of its items is the
 * default.
 */
final class CollectionRules implements Rule {
  /** The words that say what may not be there twice, and the properties that are compared. */
  private static final Map<Pattern, List<String>> UNIQUE =
      Map.of(
          Pattern.compile("has this name|name is taken"), List.of("name"),
          Pattern.compile("division .* has this name"), List.of("division_name"),
          Pattern.compile("has this label"), List.of("field"),
          Pattern.compile("name of the personal link is taken"), List.of("vanity_name"),
          Pattern.compile("number is already in use"), List.of("number"),
          Pattern.compile("device is there already"), List.of(MacAddress.NAME),
          Pattern.compile("groups already have a policy"),
              List.of("assigned_group_id", "to_group_id"));

  private static final Pattern MOST =
      Pattern.compile("already has (two)|(?:has|there are) ten already");
  private static final Pattern LEAST = Pattern.compile("has to keep one");
  private static final Pattern MOST_AT_ONCE = Pattern.compile("there are more than (\\d+)");
  private static final Pattern TWICE = Pattern.compile("occurs twice in the request");

  private final ResourceStore store;

  CollectionRules(ResourceStore store) {
    this.store = store;
  }

  @Override
  public void check(ResolvedCall call) {
    UNIQUE.forEach((says, names) -> unique(call.errors().row(says), call, names));
    List<JsonNode> given = call.given();
    int there = call.members().size();
    call.errors()
        .refuse(
            MOST,
            words -> there + given.size() > (words.group(1) == null ? 10 : 2),
            "There are " + there + " already.");
    call.errors()
        .refuse(
            MOST_AT_ONCE,
            words -> given.size() > Integer.parseInt(words.group(1)),
            given.size() + " are too many at once.");
    call.errors().own().refuse(LEAST, words -> isLast(call), "It is the last one.");
    call.errors().refuse(TWICE, words -> hasNumberTwice(given), "A number occurs twice.");
  }

  /** Whether the last item would be deleted; that of the examples may, for it is all they have. */
  private boolean isLast(ResolvedCall call) {
    Resource item = call.subject();
    Resource holder = call.around();
    return call.operation().method().equals("DELETE")
        && item.siblings().size() == 1
        && (holder == null || !store.isOfExamples(holder, item));
  }

  private static boolean hasNumberTwice(List<JsonNode> given) {
    return given.stream().map(one -> one.path("number")).distinct().count() < given.size();
  }

  private static void unique(@Nullable DocumentedError row, ResolvedCall call, List<String> names) {
    ResourceType type = call.location().type();
    if (row == null || type == null) {
      return;
    }
    for (JsonNode one : call.given()) {
      Set<String> wanted = values(one, names);
      List<Resource> same =
          siblings(call, type).stream()
              .filter(other -> wanted.size() == names.size())
              .filter(other -> wanted.equals(values(other.data(), names)))
              .toList();
      if (one.path("overwrite").asBoolean()) {
        same.forEach(Resource::remove);
      } else if (!same.isEmpty()) {
        throw DocumentedErrors.error(
            row, "There is one with the same " + String.join(" and ", names) + ": " + wanted + ".");
      }
    }
  }

  private static Set<String> values(JsonNode data, List<String> names) {
    Set<String> values = new HashSet<>();
    for (String name : names) {
      if (data.path(name).isValueNode()) {
        String value = data.path(name).asText();
        values.add(name.equals(MacAddress.NAME) ? MacAddress.digits(value) : value);
      }
    }
    return values;
  }

  private static List<Resource> siblings(ResolvedCall call, ResourceType type) {
    return call.location().role() == Role.ITEM
        ? call.subject().siblings().stream().filter(other -> other != call.subject()).toList()
        : call.holder().collection(type.name());
  }

  @Override
  public void changed(ResolvedCall call, Resource resource) {
    JsonNode data = resource.data();
    if (call.isPost()) {
      for (var field : data.properties()) {
        if (field.getKey().startsWith("total_") && field.getValue().isInt()) {
          resource.change(counted -> counted.put(field.getKey(), 0));
        }
      }
    }
    Content request = call.operation().request();
    if (request != null && request.schema().has("default") && data.has("is_default")) {
      beDefault(resource, call.body().path("default").asBoolean());
    }
    if (data.path("is_default").asBoolean()) {
      for (Resource sibling : resource.siblings()) {
        if (sibling != resource) {
          beDefault(sibling, false);
        }
      }
    }
  }

  private static void beDefault(Resource resource, boolean isDefault) {
    resource.change(data -> data.put("is_default", isDefault));
  }

  /**
   * A PATCH of a collection with an id in the query makes that item the default, and none where the
   * id is left out.
   */
  @Override
  public void after(ResolvedCall call) {
    boolean whole =
        call.location().role() == Role.COLLECTION && call.operation().method().equals("PATCH");
    if (!whole || call.operation().queryParameter("id") == null) {
      return;
    }
    String id = call.query("id").asText();
    List<Resource> members = call.members();
    if (!id.isEmpty() && members.stream().noneMatch(member -> member.key().equals(id))) {
      throw ErrorResponseException.ofField("id", "There is no " + id + ".");
    }
    members.forEach(member -> beDefault(member, member.key().equals(id)));
  }
}
