package dev.zoomkit.model;

import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import dev.zoomkit.value.PagedResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parts inside another object. */
public final class PartReport implements PagedResponse<Piece> {
  final @Nullable PartPage pastParts;
  final Map<String, @Nullable Object> additionalProperties;

  PartReport(Builder builder) {
    this.pastParts = builder.pastParts;
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

  /** A page of parts. */
  public @Nullable PartPage pastParts() {
    return pastParts;
  }

  @Override
  public List<Piece> items() {
    return this.pastParts == null || this.pastParts.parts == null
        ? List.of()
        : this.pastParts.parts;
  }

  @Override
  public @Nullable String absentList() {
    return this.pastParts == null || this.pastParts.parts == null ? "past_parts.parts" : null;
  }

  @Override
  public @Nullable Integer pageCount() {
    return this.pastParts == null ? null : this.pastParts.pageCount;
  }

  @Override
  public @Nullable Integer pageNumber() {
    return this.pastParts == null ? null : this.pastParts.pageNumber;
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
    return other instanceof PartReport that
        && Objects.equals(this.pastParts, that.pastParts)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(this.pastParts, this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("PartReport")
        .add("pastParts", this.pastParts)
        .addUnknown(this.additionalProperties)
        .toString();
  }

  /** Builds a {@link PartReport}. Not thread-safe. */
  public static final class Builder {
    @Nullable PartPage pastParts;
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(PartReport from) {
      this.pastParts = from.pastParts;
      this.additionalProperties = Values.mutable(from.additionalProperties);
    }

    /** A page of parts. */
    public Builder pastParts(@Nullable PartPage pastParts) {
      this.pastParts = pastParts;
      Values.dropRaw(additionalProperties, "past_parts");
      return this;
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
    public PartReport build() {
      return new PartReport(this);
    }
  }
}
