package dev.zoomkit.model;

import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object of which nothing is known. */
public final class Anything {
  final Map<String, @Nullable Object> additionalProperties;

  Anything(Builder builder) {
    this.additionalProperties = Values.unknown(builder.additionalProperties);
  }

  /** An empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder with the values of this instance. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * The fields that the description lacks, and those whose value is of another type than described,
   * by name; empty if Zoom sent none. Immutable.
   */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Anything that
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("Anything").addUnknown(this.additionalProperties).toString();
  }

  /** Builds a {@link Anything}. Not thread-safe. */
  public static final class Builder {
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(Anything from) {
      this.additionalProperties = Values.mutable(from.additionalProperties);
    }

    /**
     * Sets a field that the description lacks.
     *
     * @param value text, a number, a boolean, null, or a list or a map of such
     * @throws IllegalArgumentException if the value is of another type
     */
    public Builder additionalProperty(String name, @Nullable Object value) {
      this.additionalProperties = Values.withUnknown(additionalProperties, name, value);
      return this;
    }

    /** Builds it. */
    public Anything build() {
      return new Anything(this);
    }
  }
}
