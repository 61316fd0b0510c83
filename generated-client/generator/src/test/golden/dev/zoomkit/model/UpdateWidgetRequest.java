package dev.zoomkit.model;

import dev.zoomkit.annotation.Secret;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.Times;
import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import dev.zoomkit.value.StartTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What changes. */
public final class UpdateWidgetRequest {
  final @Nullable String topic;
  final @Nullable String agenda;
  final @Nullable WidgetName owner;
  final @Nullable WidgetKind isOpen;
  final @Nullable WidgetPlan licence;
  final @Nullable StartTime startTime;
  final @Nullable String timezone;
  final @Nullable String startUrl;
  final @Nullable WidgetSettings settings;
  final @Nullable List<String> names;
  final @Nullable List<PictureInput> pictures;
  final Map<String, @Nullable Object> additionalProperties;

  UpdateWidgetRequest(Builder builder) {
    this.topic = builder.topic;
    this.agenda = builder.agenda;
    this.owner = builder.owner;
    this.isOpen = builder.isOpen;
    this.licence = builder.licence;
    this.startTime = builder.startTime;
    this.timezone = builder.timezone;
    this.startUrl = builder.startUrl;
    this.settings = builder.settings;
    this.names = builder.names;
    this.pictures = builder.pictures;
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

  /** How it opens. */
  public @Nullable WidgetKind isOpen() {
    return isOpen;
  }

  /** A plan by its code. */
  public @Nullable WidgetPlan licence() {
    return licence;
  }

  /** Start, in UTC with {@code Z}, else on the clocks of {@link #timezone()}. More of it. */
  public @Nullable StartTime startTime() {
    return startTime;
  }

  /** The time zone of its start. */
  public @Nullable String timezone() {
    return timezone;
  }

  /**
   * Starts it.
   *
   * <p>A secret: {@code toString()} hides it.
   */
  @Secret
  public @Nullable String startUrl() {
    return startUrl;
  }

  /** The settings, of either generation. */
  public @Nullable WidgetSettings settings() {
    return settings;
  }

  /** Its names. */
  public @Nullable List<String> names() {
    return names;
  }

  /** Its pictures. */
  public @Nullable List<PictureInput> pictures() {
    return pictures;
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
        && Objects.equals(this.isOpen, that.isOpen)
        && Objects.equals(this.licence, that.licence)
        && Objects.equals(this.startTime, that.startTime)
        && Objects.equals(this.timezone, that.timezone)
        && Objects.equals(this.startUrl, that.startUrl)
        && Objects.equals(this.settings, that.settings)
        && Objects.equals(this.names, that.names)
        && Objects.equals(this.pictures, that.pictures)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        this.topic,
        this.agenda,
        this.owner,
        this.isOpen,
        this.licence,
        this.startTime,
        this.timezone,
        this.startUrl,
        this.settings,
        this.names,
        this.pictures,
        this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("UpdateWidgetRequest")
        .add("topic", this.topic)
        .add("agenda", this.agenda)
        .add("owner", this.owner)
        .add("isOpen", this.isOpen)
        .add("licence", this.licence)
        .add("startTime", this.startTime)
        .add("timezone", this.timezone)
        .addSecret("startUrl", this.startUrl)
        .add("settings", this.settings)
        .add("names", this.names)
        .add("pictures", this.pictures)
        .addUnknown(this.additionalProperties)
        .toString();
  }

  /** Builds a {@link UpdateWidgetRequest}. Not thread-safe. */
  public static final class Builder {
    @Nullable String topic;
    @Nullable String agenda;
    @Nullable WidgetName owner;
    @Nullable WidgetKind isOpen;
    @Nullable WidgetPlan licence;
    @Nullable StartTime startTime;
    @Nullable String timezone;
    @Nullable String startUrl;
    @Nullable WidgetSettings settings;
    @Nullable List<String> names;
    @Nullable List<PictureInput> pictures;
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(UpdateWidgetRequest from) {
      this.topic = from.topic;
      this.agenda = from.agenda;
      this.owner = from.owner;
      this.isOpen = from.isOpen;
      this.licence = from.licence;
      this.startTime = from.startTime;
      this.timezone = from.timezone;
      this.startUrl = from.startUrl;
      this.settings = from.settings;
      this.names = from.names;
      this.pictures = from.pictures;
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

    /** How it opens. */
    public Builder isOpen(@Nullable WidgetKind isOpen) {
      this.isOpen = isOpen;
      Values.dropRaw(additionalProperties, "is_open");
      return this;
    }

    /** A plan by its code. */
    public Builder licence(@Nullable WidgetPlan licence) {
      this.licence = licence;
      Values.dropRaw(additionalProperties, "licence");
      return this;
    }

    /** Start, in UTC with {@code Z}, else on the clocks of {@link #timezone()}. More of it. */
    public Builder startTime(@Nullable StartTime startTime) {
      this.startTime = startTime;
      Values.dropRaw(additionalProperties, "start_time");
      return this;
    }

    /** Sets {@code startTime} to a moment, which is sent in UTC. */
    public Builder startTime(@Nullable Instant startTime) {
      return startTime(startTime == null ? null : StartTime.of(startTime));
    }

    /** Sets {@code startTime} to a moment, which is sent in UTC and not with its offset. */
    public Builder startTime(@Nullable OffsetDateTime startTime) {
      return startTime(startTime == null ? null : StartTime.of(startTime));
    }

    /** Sets {@code startTime} to a time on the clocks of {@code timezone}. */
    public Builder startTime(@Nullable LocalDateTime startTime) {
      return startTime(startTime == null ? null : StartTime.local(startTime));
    }

    /** Sets {@code startTime} to a moment, and {@code timezone} unless its zone is an offset. */
    public Builder startTime(ZonedDateTime startTime) {
      Arguments.require("startTime", "time", startTime);
      if (Times.isNamed(startTime.getZone())) {
        timezone(startTime.getZone().getId());
      }
      return startTime(startTime.toInstant());
    }

    /** The time zone of its start. */
    public Builder timezone(@Nullable String timezone) {
      this.timezone = timezone;
      Values.dropRaw(additionalProperties, "timezone");
      return this;
    }

    /**
     * Starts it.
     *
     * <p>A secret: {@code toString()} hides it.
     */
    public Builder startUrl(@Nullable String startUrl) {
      this.startUrl = startUrl;
      Values.dropRaw(additionalProperties, "start_url");
      return this;
    }

    /** The settings, of either generation. */
    public Builder settings(@Nullable WidgetSettings settings) {
      this.settings = settings;
      Values.dropRaw(additionalProperties, "settings");
      return this;
    }

    /** Its names. */
    public Builder names(@Nullable List<String> names) {
      this.names = Values.copy("UpdateWidgetRequest", "names", names);
      Values.dropRaw(additionalProperties, "names");
      return this;
    }

    /** Its pictures. */
    public Builder pictures(@Nullable List<PictureInput> pictures) {
      this.pictures = Values.copy("UpdateWidgetRequest", "pictures", pictures);
      Values.dropRaw(additionalProperties, "pictures");
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
