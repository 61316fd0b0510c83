package dev.zoomkit.model;

import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A page of parts. */
public final class PartPage {
  final @Nullable Integer pageNumber;
  final @Nullable Integer pageCount;
  final @Nullable List<Piece> parts;
  final Map<String, @Nullable Object> additionalProperties;

  PartPage(Builder builder) {
    this.pageNumber = builder.pageNumber;
    this.pageCount = builder.pageCount;
    this.parts = builder.parts;
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

  /** This page. */
  public @Nullable Integer pageNumber() {
    return pageNumber;
  }

  /** All pages. */
  public @Nullable Integer pageCount() {
    return pageCount;
  }

  /** The parts. */
  public @Nullable List<Piece> parts() {
    return parts;
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
    return other instanceof PartPage that
        && Objects.equals(this.pageNumber, that.pageNumber)
        && Objects.equals(this.pageCount, that.pageCount)
        && Objects.equals(this.parts, that.parts)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(this.pageNumber, this.pageCount, this.parts, this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("PartPage")
        .add("pageNumber", this.pageNumber)
        .add("pageCount", this.pageCount)
        .add("parts", this.parts)
        .addUnknown(this.additionalProperties)
        .toString();
  }

  /** Builds a {@link PartPage}. Not thread-safe. */
  public static final class Builder {
    @Nullable Integer pageNumber;
    @Nullable Integer pageCount;
    @Nullable List<Piece> parts;
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(PartPage from) {
      this.pageNumber = from.pageNumber;
      this.pageCount = from.pageCount;
      this.parts = from.parts;
      this.additionalProperties = Values.mutable(from.additionalProperties);
    }

    /** This page. */
    public Builder pageNumber(@Nullable Integer pageNumber) {
      this.pageNumber = pageNumber;
      Values.dropRaw(additionalProperties, "page_number");
      return this;
    }

    /** All pages. */
    public Builder pageCount(@Nullable Integer pageCount) {
      this.pageCount = pageCount;
      Values.dropRaw(additionalProperties, "page_count");
      return this;
    }

    /** The parts. */
    public Builder parts(@Nullable List<Piece> parts) {
      this.parts = Values.copy("PartPage", "parts", parts);
      Values.dropRaw(additionalProperties, "parts");
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
    public PartPage build() {
      return new PartPage(this);
    }
  }
}
