package dev.zoomkit.model;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A picture of a widget. */
public final class PictureInput {
  final String id;
  final @Nullable Double fileSize;
  final Map<String, @Nullable Object> additionalProperties;

  PictureInput(Builder builder) {
    Values.complete("PictureInput", "id", builder.id);
    this.id = builder.id;
    this.fileSize = builder.fileSize;
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

  /** Its id. */
  public String id() {
    return id;
  }

  /** Its size. */
  public @Nullable Double fileSize() {
    return fileSize;
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
    return other instanceof PictureInput that
        && Objects.equals(this.id, that.id)
        && Objects.equals(this.fileSize, that.fileSize)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(this.id, this.fileSize, this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("PictureInput")
        .add("id", this.id)
        .add("fileSize", this.fileSize)
        .addUnknown(this.additionalProperties)
        .toString();
  }

  /** Builds a {@link PictureInput}. Not thread-safe. */
  public static final class Builder {
    @Nullable String id;
    @Nullable Double fileSize;
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(PictureInput from) {
      this.id = from.id;
      this.fileSize = from.fileSize;
      this.additionalProperties = Values.mutable(from.additionalProperties);
    }

    /**
     * Its id.
     *
     * <p>Required.
     */
    public Builder id(String id) {
      this.id = Arguments.require("PictureInput", "id", id);
      Values.dropRaw(additionalProperties, "id");
      return this;
    }

    /** Its size. */
    public Builder fileSize(@Nullable Double fileSize) {
      this.fileSize = fileSize;
      Values.dropRaw(additionalProperties, "file_size");
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

    /**
     * Builds it.
     *
     * @throws IllegalStateException if required values are not set; the message names them all
     */
    public PictureInput build() {
      return new PictureInput(this);
    }
  }
}
