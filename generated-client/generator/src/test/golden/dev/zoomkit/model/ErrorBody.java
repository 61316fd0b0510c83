package dev.zoomkit.model;

import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What went wrong. */
public final class ErrorBody {
  final @Nullable Integer code;
  final @Nullable String message;
  final Map<String, @Nullable Object> additionalProperties;

  ErrorBody(Builder builder) {
    this.code = builder.code;
    this.message = builder.message;
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

  /** Zoom's code. */
  public @Nullable Integer code() {
    return code;
  }

  /** In words. */
  public @Nullable String message() {
    return message;
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
    return other instanceof ErrorBody that
        && Objects.equals(this.code, that.code)
        && Objects.equals(this.message, that.message)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(this.code, this.message, this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("ErrorBody")
        .add("code", this.code)
        .add("message", this.message)
        .addUnknown(this.additionalProperties)
        .toString();
  }

  /** Builds a {@link ErrorBody}. Not thread-safe. */
  public static final class Builder {
    @Nullable Integer code;
    @Nullable String message;
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(ErrorBody from) {
      this.code = from.code;
      this.message = from.message;
      this.additionalProperties = Values.mutable(from.additionalProperties);
    }

    /** Zoom's code. */
    public Builder code(@Nullable Integer code) {
      this.code = code;
      Values.dropRaw(additionalProperties, "code");
      return this;
    }

    /** In words. */
    public Builder message(@Nullable String message) {
      this.message = message;
      Values.dropRaw(additionalProperties, "message");
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
    public ErrorBody build() {
      return new ErrorBody(this);
    }
  }
}
