package dev.zoomkit.model;

import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Has a long name, for long lines. */
public final class WidgetReminderOfAttendeesAndPanelistsBeforeItStarts {
  final Integer minutesBeforeTheWidgetStartsForAttendees;
  final @Nullable List<WidgetKind> languagesOfTheReminderForAttendeesAndPanelists;
  final Map<String, @Nullable Object> additionalProperties;

  WidgetReminderOfAttendeesAndPanelistsBeforeItStarts(Builder builder) {
    Values.complete(
        "WidgetReminderOfAttendeesAndPanelistsBeforeItStarts",
        "minutesBeforeTheWidgetStartsForAttendees",
        builder.minutesBeforeTheWidgetStartsForAttendees);
    this.minutesBeforeTheWidgetStartsForAttendees =
        builder.minutesBeforeTheWidgetStartsForAttendees;
    this.languagesOfTheReminderForAttendeesAndPanelists =
        builder.languagesOfTheReminderForAttendeesAndPanelists;
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

  /** So many. */
  public int minutesBeforeTheWidgetStartsForAttendees() {
    return minutesBeforeTheWidgetStartsForAttendees;
  }

  /** Its languages. */
  public @Nullable List<WidgetKind> languagesOfTheReminderForAttendeesAndPanelists() {
    return languagesOfTheReminderForAttendeesAndPanelists;
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
    return other instanceof WidgetReminderOfAttendeesAndPanelistsBeforeItStarts that
        && Objects.equals(
            this.minutesBeforeTheWidgetStartsForAttendees,
            that.minutesBeforeTheWidgetStartsForAttendees)
        && Objects.equals(
            this.languagesOfTheReminderForAttendeesAndPanelists,
            that.languagesOfTheReminderForAttendeesAndPanelists)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        this.minutesBeforeTheWidgetStartsForAttendees,
        this.languagesOfTheReminderForAttendeesAndPanelists,
        this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("WidgetReminderOfAttendeesAndPanelistsBeforeItStarts")
        .add(
            "minutesBeforeTheWidgetStartsForAttendees",
            this.minutesBeforeTheWidgetStartsForAttendees)
        .add(
            "languagesOfTheReminderForAttendeesAndPanelists",
            this.languagesOfTheReminderForAttendeesAndPanelists)
        .addUnknown(this.additionalProperties)
        .toString();
  }

  /** Builds a {@link WidgetReminderOfAttendeesAndPanelistsBeforeItStarts}. Not thread-safe. */
  public static final class Builder {
    @Nullable Integer minutesBeforeTheWidgetStartsForAttendees;
    @Nullable List<WidgetKind> languagesOfTheReminderForAttendeesAndPanelists;
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(WidgetReminderOfAttendeesAndPanelistsBeforeItStarts from) {
      this.minutesBeforeTheWidgetStartsForAttendees = from.minutesBeforeTheWidgetStartsForAttendees;
      this.languagesOfTheReminderForAttendeesAndPanelists =
          from.languagesOfTheReminderForAttendeesAndPanelists;
      this.additionalProperties = Values.mutable(from.additionalProperties);
    }

    /**
     * So many.
     *
     * <p>Required.
     */
    public Builder minutesBeforeTheWidgetStartsForAttendees(
        int minutesBeforeTheWidgetStartsForAttendees) {
      this.minutesBeforeTheWidgetStartsForAttendees = minutesBeforeTheWidgetStartsForAttendees;
      Values.dropRaw(additionalProperties, "minutes_before_the_widget_starts_for_attendees");
      return this;
    }

    /** Its languages. */
    public Builder languagesOfTheReminderForAttendeesAndPanelists(
        @Nullable List<WidgetKind> languagesOfTheReminderForAttendeesAndPanelists) {
      this.languagesOfTheReminderForAttendeesAndPanelists =
          Values.copy(
              "WidgetReminderOfAttendeesAndPanelistsBeforeItStarts",
              "languagesOfTheReminderForAttendeesAndPanelists",
              languagesOfTheReminderForAttendeesAndPanelists);
      Values.dropRaw(additionalProperties, "languages_of_the_reminder_for_attendees_and_panelists");
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
    public WidgetReminderOfAttendeesAndPanelistsBeforeItStarts build() {
      return new WidgetReminderOfAttendeesAndPanelistsBeforeItStarts(this);
    }
  }
}
