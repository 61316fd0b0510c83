package dev.zoomkit.model;

import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What changes. */
public final class UpdateWidgetRequest {
  final @Nullable String topic;
  final @Nullable String agenda;
  final @Nullable WidgetName owner;
  final Map<String, @Nullable Object> additionalProperties;

  UpdateWidgetRequest(Builder builder) {
    this.topic = builder.topic;
    this.agenda = builder.agenda;
    this.owner = builder.owner;
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

  /** Its topic. */
  public @Nullable String topic() {
    return topic;
  }

  /** What it is about. */
  public @Nullable String agenda() {
    return agenda;
  }

  /** Who has it. */
  public @Nullable WidgetName owner() {
    return owner;
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
    return other instanceof UpdateWidgetRequest that
        && Objects.equals(this.topic, that.topic)
        && Objects.equals(this.agenda, that.agenda)
        && Objects.equals(this.owner, that.owner)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(this.topic, this.agenda, this.owner, this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("UpdateWidgetRequest")
        .add("topic", this.topic)
        .add("agenda", this.agenda)
        .add("owner", this.owner)
        .addUnknown(this.additionalProperties)
        .toString();
  }

  /** Builds a {@link UpdateWidgetRequest}. Not thread-safe. */
  public static final class Builder {
    @Nullable String topic;
    @Nullable String agenda;
    @Nullable WidgetName owner;
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(UpdateWidgetRequest from) {
      this.topic = from.topic;
      this.agenda = from.agenda;
      this.owner = from.owner;
      this.additionalProperties = Values.mutable(from.additionalProperties);
    }

    /** Its topic. */
    public Builder topic(@Nullable String topic) {
      this.topic = topic;
      Values.dropRaw(additionalProperties, "topic");
      return this;
    }

    /** What it is about. */
    public Builder agenda(@Nullable String agenda) {
      this.agenda = agenda;
      Values.dropRaw(additionalProperties, "agenda");
      return this;
    }

    /** Who has it. */
    public Builder owner(@Nullable WidgetName owner) {
      this.owner = owner;
      Values.dropRaw(additionalProperties, "owner");
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
    public UpdateWidgetRequest build() {
      return new UpdateWidgetRequest(this);
    }
  }
}
