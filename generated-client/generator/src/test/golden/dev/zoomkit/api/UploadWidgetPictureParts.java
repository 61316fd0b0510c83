package dev.zoomkit.api;

import dev.zoomkit.model.WidgetType;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.ToString;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What {@code uploadWidgetPicture} takes besides its required values. */
public final class UploadWidgetPictureParts {
  final @Nullable Boolean default_;
  final @Nullable WidgetType type;

  UploadWidgetPictureParts(Builder builder) {
    this.default_ = builder.default_;
    this.type = builder.type;
  }

  /** An empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** An instance with the values that the function sets. */
  public static UploadWidgetPictureParts of(Consumer<Builder> values) {
    Builder builder = new Builder();
    Arguments.require("UploadWidgetPictureParts", "values", values).accept(builder);
    return builder.build();
  }

  /** A builder with the values of this instance. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * Whether it is the default picture.
   *
   * <p>Default: {@code false}.
   */
  public @Nullable Boolean default_() {
    return default_;
  }

  /** How it is scheduled. */
  public @Nullable WidgetType type() {
    return type;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UploadWidgetPictureParts that
        && Objects.equals(this.default_, that.default_)
        && Objects.equals(this.type, that.type);
  }

  @Override
  public int hashCode() {
    return Objects.hash(this.default_, this.type);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("UploadWidgetPictureParts")
        .add("default_", this.default_)
        .add("type", this.type)
        .toString();
  }

  /** Builds a {@link UploadWidgetPictureParts}. Not thread-safe. */
  public static final class Builder {
    @Nullable Boolean default_;
    @Nullable WidgetType type;

    Builder() {}

    private Builder(UploadWidgetPictureParts from) {
      this.default_ = from.default_;
      this.type = from.type;
    }

    /**
     * Whether it is the default picture.
     *
     * <p>Default: {@code false}.
     */
    public Builder default_(@Nullable Boolean default_) {
      this.default_ = default_;
      return this;
    }

    /** How it is scheduled. */
    public Builder type(@Nullable WidgetType type) {
      this.type = type;
      return this;
    }

    /** Builds it. */
    public UploadWidgetPictureParts build() {
      return new UploadWidgetPictureParts(this);
    }
  }
}
