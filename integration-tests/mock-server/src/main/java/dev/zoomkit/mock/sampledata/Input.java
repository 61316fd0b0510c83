package dev.zoomkit.mock.sampledata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.zoomkit.spec.reader.MergedSchema;
import org.jspecify.annotations.Nullable;

/**
 * What a request says.
 *
 * @param schema what it could have said; null where there is no request
 * @param later what a later request could say to change it; null where none can
 * @param value what it said; a null in it says that something is absent
 */
public record Input(@Nullable MergedSchema schema, @Nullable MergedSchema later, JsonNode value) {
  public static final Input NOTHING = new Input(null, null, MissingNode.getInstance());

  public Input(@Nullable MergedSchema schema, JsonNode value) {
    this(schema, null, value);
  }

  public Input property(String name) {
    MergedSchema property = schema == null ? null : schema.property(name);
    boolean onlyLater = property == null && later != null;
    return new Input(onlyLater ? later.property(name) : property, null, value.path(name));
  }

  /** Whether a request could say it, or says that it is absent. */
  boolean couldBeGiven() {
    return schema != null || value.isNull();
  }

  public boolean isGiven() {
    return !value.isMissingNode() && !value.isNull();
  }
}
