package dev.zoomkit.mock.store;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A property that a list is filtered by.
 *
 * @param whenAbsent what things that lack it count with; empty for nothing
 */
public record Property(String name, String whenAbsent) {

  /** What a thing has, as text. */
  public String of(Resource resource) {
    JsonNode value = resource.data().path(name);
    return value.isMissingNode() ? whenAbsent : value.asText();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Property property
        && name.equals(property.name)
        && whenAbsent.equals(property.whenAbsent);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + whenAbsent.hashCode();
  }
}
