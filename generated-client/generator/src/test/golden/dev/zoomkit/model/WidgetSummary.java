package dev.zoomkit.model;

import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A widget as it stands in a list. */
public final class WidgetSummary {
  final @Nullable Long id;
  final @Nullable String topic;
  final @Nullable WidgetType type;
  final @Nullable OffsetDateTime startTime;
  final @Nullable String timezone;
  final Map<String, @Nullable Object> additionalProperties;

  WidgetSummary(Builder builder) {
    this.id = builder.id;
    this.topic = builder.topic;
    this.type = builder.type;
    this.startTime = builder.startTime;
    this.timezone = builder.timezone;
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

  /** Its number. */
  public long id() {
    return Values.present("WidgetSummary", "id", id);
  }

  /** Its topic. */
  public @Nullable String topic() {
    return topic;
  }

  /** How it is scheduled. */
  public @Nullable WidgetType type() {
    return type;
  }

  /** Start, in UTC. */
  public @Nullable OffsetDateTime startTime() {
    return startTime;
  }

  /** The time zone it is shown in. */
  public @Nullable String timezone() {
    return timezone;
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
    return other instanceof WidgetSummary that
        && Objects.equals(this.id, that.id)
        && Objects.equals(this.topic, that.topic)
        && Objects.equals(this.type, that.type)
        && Objects.equals(this.startTime, that.startTime)
        && Objects.equals(this.timezone, that.timezone)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        this.id, this.topic, this.type, this.startTime, this.timezone, this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("WidgetSummary")
        .add("id", this.id)
        .add("topic", this.topic)
        .add("type", this.type)
        .add("startTime", this.startTime)
        .add("timezone", this.timezone)
        .addUnknown(this.additionalProperties)
        .toString();
  }

  /** Builds a {@link WidgetSummary}. Not thread-safe. */
  public static final class Builder {
    @Nullable Long id;
    @Nullable String topic;
    @Nullable WidgetType type;
    @Nullable OffsetDateTime startTime;
    @Nullable String timezone;
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(WidgetSummary from) {
      this.id = from.id;
      this.topic = from.topic;
      this.type = from.type;
      this.startTime = from.startTime;
      this.timezone = from.timezone;
      this.additionalProperties = Values.mutable(from.additionalProperties);
    }

    /** Its number. */
    public Builder id(@Nullable Long id) {
      this.id = id;
      Values.dropRaw(additionalProperties, "id");
      return this;
    }

    /** Its topic. */
    public Builder topic(@Nullable String topic) {
      this.topic = topic;
      Values.dropRaw(additionalProperties, "topic");
      return this;
    }

    /** How it is scheduled. */
    public Builder type(@Nullable WidgetType type) {
      this.type = type;
      Values.dropRaw(additionalProperties, "type");
      return this;
    }

    /** Start, in UTC. */
    public Builder startTime(@Nullable OffsetDateTime startTime) {
      this.startTime = startTime;
      Values.dropRaw(additionalProperties, "start_time");
      return this;
    }

    /** The time zone it is shown in. */
    public Builder timezone(@Nullable String timezone) {
      this.timezone = timezone;
      Values.dropRaw(additionalProperties, "timezone");
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
    public WidgetSummary build() {
      return new WidgetSummary(this);
    }
  }
}
