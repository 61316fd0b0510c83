package dev.zoomkit.model;

import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settings, of either generation. */
public final class WidgetSettings {
  final @Nullable String audio;
  final @Nullable Boolean shared;
  final @Nullable Boolean video;
  final @Nullable Integer viewers;
  final Map<String, @Nullable Object> additionalProperties;

  WidgetSettings(Builder builder) {
    this.audio = builder.audio;
    this.shared = builder.shared;
    this.video = builder.video;
    this.viewers = builder.viewers;
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

  /** How one hears. */
  public @Nullable String audio() {
    return audio;
  }

  /** In both. */
  public @Nullable Boolean shared() {
    return shared;
  }

  /** Whether one sees. */
  public @Nullable Boolean video() {
    return video;
  }

  /**
   * How many see.
   *
   * <p>Only in responses: no request sets it.
   */
  public @Nullable Integer viewers() {
    return viewers;
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
    return other instanceof WidgetSettings that
        && Objects.equals(this.audio, that.audio)
        && Objects.equals(this.shared, that.shared)
        && Objects.equals(this.video, that.video)
        && Objects.equals(this.viewers, that.viewers)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        this.audio, this.shared, this.video, this.viewers, this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("WidgetSettings")
        .add("audio", this.audio)
        .add("shared", this.shared)
        .add("video", this.video)
        .add("viewers", this.viewers)
        .addUnknown(this.additionalProperties)
        .toString();
  }

  /** Builds a {@link WidgetSettings}. Not thread-safe. */
  public static final class Builder {
    @Nullable String audio;
    @Nullable Boolean shared;
    @Nullable Boolean video;
    @Nullable Integer viewers;
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(WidgetSettings from) {
      this.audio = from.audio;
      this.shared = from.shared;
      this.video = from.video;
      this.viewers = from.viewers;
      this.additionalProperties = Values.mutable(from.additionalProperties);
    }

    /** How one hears. */
    public Builder audio(@Nullable String audio) {
      this.audio = audio;
      Values.dropRaw(additionalProperties, "audio");
      return this;
    }

    /** In both. */
    public Builder shared(@Nullable Boolean shared) {
      this.shared = shared;
      Values.dropRaw(additionalProperties, "shared");
      return this;
    }

    /** Whether one sees. */
    public Builder video(@Nullable Boolean video) {
      this.video = video;
      Values.dropRaw(additionalProperties, "video");
      return this;
    }

    /**
     * How many see.
     *
     * <p>Only in responses: no request sets it.
     */
    public Builder viewers(@Nullable Integer viewers) {
      this.viewers = viewers;
      Values.dropRaw(additionalProperties, "viewers");
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
    public WidgetSettings build() {
      return new WidgetSettings(this);
    }
  }
}
