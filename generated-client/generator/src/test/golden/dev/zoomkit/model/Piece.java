package dev.zoomkit.model;

import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part, which may be made of parts. */
public final class Piece {
  final @Nullable String name;
  final @Nullable List<Piece> parts;
  final Map<String, @Nullable Object> additionalProperties;

  Piece(Builder builder) {
    this.name = builder.name;
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

  /** Its name. */
  public @Nullable String name() {
    return name;
  }

  /** The parts of this part. */
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
    return other instanceof Piece that
        && Objects.equals(this.name, that.name)
        && Objects.equals(this.parts, that.parts)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(this.name, this.parts, this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("Piece")
        .add("name", this.name)
        .add("parts", this.parts)
        .addUnknown(this.additionalProperties)
        .toString();
  }

  /** Builds a {@link Piece}. Not thread-safe. */
  public static final class Builder {
    @Nullable String name;
    @Nullable List<Piece> parts;
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(Piece from) {
      this.name = from.name;
      this.parts = from.parts;
      this.additionalProperties = Values.mutable(from.additionalProperties);
    }

    /** Its name. */
    public Builder name(@Nullable String name) {
      this.name = name;
      Values.dropRaw(additionalProperties, "name");
      return this;
    }

    /** The parts of this part. */
    public Builder parts(@Nullable List<Piece> parts) {
      this.parts = Values.copy("Piece", "parts", parts);
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
    public Piece build() {
      return new Piece(this);
    }
  }
}
