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

/** A new widget. */
public final class CreateWidgetRequest {
  final String topic;
  final Integer count;
  final WidgetType type;
  final List<String> names;
  final @Nullable String passcode;
  final @Nullable StartTime startTime;
  final @Nullable String timezone;
  final @Nullable List<WidgetReminderOfAttendeesAndPanelistsBeforeItStarts>
      remindersOfAttendeesAndPanelistsBeforeItStarts;
  final Map<String, @Nullable Object> additionalProperties;

  CreateWidgetRequest(Builder builder) {
    Values.complete(
        "CreateWidgetRequest",
        "topic",
        builder.topic,
        "count",
        builder.count,
        "type",
        builder.type,
        "names",
        builder.names);
    this.topic = builder.topic;
    this.count = builder.count;
    this.type = builder.type;
    this.names = builder.names;
    this.passcode = builder.passcode;
    this.startTime = builder.startTime;
    this.timezone = builder.timezone;
    this.remindersOfAttendeesAndPanelistsBeforeItStarts =
        builder.remindersOfAttendeesAndPanelistsBeforeItStarts;
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

  /**
   * Its topic.
   *
   * <p>At most 200 characters.
   */
  public String topic() {
    return topic;
  }

  /** How many. */
  public int count() {
    return count;
  }

  /** How it is scheduled. */
  public WidgetType type() {
    return type;
  }

  /** Its names. */
  public List<String> names() {
    return names;
  }

  /**
   * Opens it.
   *
   * <p>A secret: {@code toString()} hides it.
   */
  @Secret
  public @Nullable String passcode() {
    return passcode;
  }

  /** Start, in UTC with {@code Z}, else on the clocks of {@link #timezone()}. More of it. */
  public @Nullable StartTime startTime() {
    return startTime;
  }

  /** The time zone of its start. */
  public @Nullable String timezone() {
    return timezone;
  }

  /** The value of <code>reminders_of_attendees_and_panelists_before_it_starts</code>. */
  public @Nullable List<WidgetReminderOfAttendeesAndPanelistsBeforeItStarts>
      remindersOfAttendeesAndPanelistsBeforeItStarts() {
    return remindersOfAttendeesAndPanelistsBeforeItStarts;
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
    return other instanceof CreateWidgetRequest that
        && Objects.equals(this.topic, that.topic)
        && Objects.equals(this.count, that.count)
        && Objects.equals(this.type, that.type)
        && Objects.equals(this.names, that.names)
        && Objects.equals(this.passcode, that.passcode)
        && Objects.equals(this.startTime, that.startTime)
        && Objects.equals(this.timezone, that.timezone)
        && Objects.equals(
            this.remindersOfAttendeesAndPanelistsBeforeItStarts,
            that.remindersOfAttendeesAndPanelistsBeforeItStarts)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        this.topic,
        this.count,
        this.type,
        this.names,
        this.passcode,
        this.startTime,
        this.timezone,
        this.remindersOfAttendeesAndPanelistsBeforeItStarts,
        this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("CreateWidgetRequest")
        .add("topic", this.topic)
        .add("count", this.count)
        .add("type", this.type)
        .add("names", this.names)
        .addSecret("passcode", this.passcode)
        .add("startTime", this.startTime)
        .add("timezone", this.timezone)
        .add(
            "remindersOfAttendeesAndPanelistsBeforeItStarts",
            this.remindersOfAttendeesAndPanelistsBeforeItStarts)
        .addUnknown(this.additionalProperties)
        .toString();
  }

  /** Builds a {@link CreateWidgetRequest}. Not thread-safe. */
  public static final class Builder {
    @Nullable String topic;
    @Nullable Integer count;
    @Nullable WidgetType type;
    @Nullable List<String> names;
    @Nullable String passcode;
    @Nullable StartTime startTime;
    @Nullable String timezone;
    @Nullable List<WidgetReminderOfAttendeesAndPanelistsBeforeItStarts>
        remindersOfAttendeesAndPanelistsBeforeItStarts;
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(CreateWidgetRequest from) {
      this.topic = from.topic;
      this.count = from.count;
      this.type = from.type;
      this.names = from.names;
      this.passcode = from.passcode;
      this.startTime = from.startTime;
      this.timezone = from.timezone;
      this.remindersOfAttendeesAndPanelistsBeforeItStarts =
          from.remindersOfAttendeesAndPanelistsBeforeItStarts;
      this.additionalProperties = Values.mutable(from.additionalProperties);
    }

    /**
     * Its topic.
     *
     * <p>At most 200 characters.
     *
     * <p>Required.
     */
    public Builder topic(String topic) {
      this.topic = Arguments.require("CreateWidgetRequest", "topic", topic);
      Values.dropRaw(additionalProperties, "topic");
      return this;
    }

    /**
     * How many.
     *
     * <p>Required.
     */
    public Builder count(int count) {
      this.count = count;
      Values.dropRaw(additionalProperties, "count");
      return this;
    }

    /**
     * How it is scheduled.
     *
     * <p>Required.
     */
    public Builder type(WidgetType type) {
      this.type = Arguments.require("CreateWidgetRequest", "type", type);
      Values.dropRaw(additionalProperties, "type");
      return this;
    }

    /**
     * Its names.
     *
     * <p>Required.
     */
    public Builder names(List<String> names) {
      this.names =
          Values.copy(
              "CreateWidgetRequest",
              "names",
              Arguments.require("CreateWidgetRequest", "names", names));
      Values.dropRaw(additionalProperties, "names");
      return this;
    }

    /**
     * Opens it.
     *
     * <p>A secret: {@code toString()} hides it.
     */
    public Builder passcode(@Nullable String passcode) {
      this.passcode = passcode;
      Values.dropRaw(additionalProperties, "passcode");
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

    /** The value of <code>reminders_of_attendees_and_panelists_before_it_starts</code>. */
    public Builder remindersOfAttendeesAndPanelistsBeforeItStarts(
        @Nullable List<WidgetReminderOfAttendeesAndPanelistsBeforeItStarts>
            remindersOfAttendeesAndPanelistsBeforeItStarts) {
      this.remindersOfAttendeesAndPanelistsBeforeItStarts =
          Values.copy(
              "CreateWidgetRequest",
              "remindersOfAttendeesAndPanelistsBeforeItStarts",
              remindersOfAttendeesAndPanelistsBeforeItStarts);
      Values.dropRaw(additionalProperties, "reminders_of_attendees_and_panelists_before_it_starts");
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
    public CreateWidgetRequest build() {
      return new CreateWidgetRequest(this);
    }
  }
}
