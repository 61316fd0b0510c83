package dev.zoomkit.model;

import dev.zoomkit.annotation.Secret;
import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import dev.zoomkit.runtime.json.SentBack;
import dev.zoomkit.value.DateOrDateTime;
import dev.zoomkit.value.Downloadable;
import dev.zoomkit.value.FileLink;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The whole of a widget; {@link WidgetSummary} has the most of it. */
public final class Widget implements Downloadable {
  final @Nullable Long id;
  final @Nullable String topic;
  final @Nullable WidgetType type;
  final @Nullable OffsetDateTime startTime;
  final @Nullable String timezone;
  final @Nullable Integer duration;
  final @Nullable Double price;
  final @Nullable Boolean isOpen;
  final @Nullable Long licence;
  final @Nullable LocalDate birthday;
  final @Nullable String email;
  final @Nullable WidgetSize size;
  final @Nullable WidgetPlan plan;
  final @Nullable List<WidgetKind> kinds;
  final @Nullable List<Picture> pictures;
  final @Nullable List<String> weekdays;
  final @Nullable List<WidgetType> typesAllowed;
  final @Nullable List<String> names;
  final @Nullable List<List<Integer>> rows;
  final @Nullable Anything custom;
  final @Nullable WidgetSettings settings;
  final @Nullable DateOrDateTime since;
  final @Nullable Object signIn;
  final @Nullable List<Object> spareParts;
  final @Nullable Boolean p2pConnection;
  final @Nullable Boolean default_;
  final @Nullable String streamKey;
  final @Nullable String hostPin;
  final @Nullable String startUrl;
  final Map<String, @Nullable Object> additionalProperties;

  Widget(Builder builder) {
    this.id = builder.id;
    this.topic = builder.topic;
    this.type = builder.type;
    this.startTime = builder.startTime;
    this.timezone = builder.timezone;
    this.duration = builder.duration;
    this.price = builder.price;
    this.isOpen = builder.isOpen;
    this.licence = builder.licence;
    this.birthday = builder.birthday;
    this.email = builder.email;
    this.size = builder.size;
    this.plan = builder.plan;
    this.kinds = builder.kinds;
    this.pictures = builder.pictures;
    this.weekdays = builder.weekdays;
    this.typesAllowed = builder.typesAllowed;
    this.names = builder.names;
    this.rows = builder.rows;
    this.custom = builder.custom;
    this.settings = builder.settings;
    this.since = builder.since;
    this.signIn = builder.signIn;
    this.spareParts = builder.spareParts;
    this.p2pConnection = builder.p2pConnection;
    this.default_ = builder.default_;
    this.streamKey = builder.streamKey;
    this.hostPin = builder.hostPin;
    this.startUrl = builder.startUrl;
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
   * Makes the request that sets these values, here or on another account; {@link
   * dev.zoomkit.api.WidgetsApi#updateWidget} takes it. What is absent stays absent.
   *
   * <p>Left out is what no request sets: {@link #id()}, {@link #type()}, {@link #duration()},
   * {@link #price()}, {@link #isOpen()}, {@link #birthday()}, {@link #email()}, {@link #size()},
   * {@link #plan()}, {@link #kinds()}, {@link Picture#fileType()}, {@link Picture#downloadUrl()},
   * {@link #weekdays()}, {@link #typesAllowed()}, {@link #rows()}, {@link #custom()}, {@link
   * WidgetSettings#viewers()}, {@link #since()}, {@link #signIn()}, {@link #spareParts()}, {@link
   * #p2pConnection()}, {@link #default_()}, {@link #streamKey()}, {@link #hostPin()}. So are fields
   * that the description lacks, and values of another type than described.
   *
   * @throws IllegalStateException if a value is absent that the request needs; the message names it
   */
  public UpdateWidgetRequest toRequest() {
    return SentBack.asRequest(
        WidgetJsonAdapter.INSTANCE, this, UpdateWidgetRequestJsonAdapter.INSTANCE);
  }

  /** Its number. */
  public long id() {
    return Values.present("Widget", "id", id);
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
   * Planned length in minutes from {@link #startTime()} on, as {@link WidgetSettings#shared()} has
   * it, and {@code pastParts}, but not {@code no_part} nor {@code topic.no_part}.
   */
  public @Nullable Integer duration() {
    return duration;
  }

  /** What it costs. */
  public @Nullable Double price() {
    return price;
  }

  /**
   * Whether it is open.
   *
   * <p>Only in responses: no request sets it.
   */
  public @Nullable Boolean isOpen() {
    return isOpen;
  }

  /** The plan by its code alone. */
  public @Nullable Long licence() {
    return licence;
  }

  /** The day it was made. */
  public @Nullable LocalDate birthday() {
    return birthday;
  }

  /** Where to write to. */
  public @Nullable String email() {
    return email;
  }

  /** Its size. */
  public @Nullable WidgetSize size() {
    return size;
  }

  /** A plan by its code. */
  public @Nullable WidgetPlan plan() {
    return plan;
  }

  /** Its kinds. */
  public @Nullable List<WidgetKind> kinds() {
    return kinds;
  }

  /** Its pictures. */
  public @Nullable List<Picture> pictures() {
    return pictures;
  }

  /** Its days, as {@code 2,4}. */
  public @Nullable List<String> weekdays() {
    return weekdays;
  }

  /** The types that may follow, as {@code 1,6}. */
  public @Nullable List<WidgetType> typesAllowed() {
    return typesAllowed;
  }

  /** Its names. */
  public @Nullable List<String> names() {
    return names;
  }

  /** A table of numbers. */
  public @Nullable List<List<Integer>> rows() {
    return rows;
  }

  /** An object of which nothing is known. */
  public @Nullable Anything custom() {
    return custom;
  }

  /** The settings, of either generation. */
  public @Nullable WidgetSettings settings() {
    return settings;
  }

  /** A day or a moment. */
  public @Nullable DateOrDateTime since() {
    return since;
  }

  /** An object in one answer and a list in another. */
  public @Nullable Object signIn() {
    return signIn;
  }

  /**
   * Parts to replace.
   *
   * <p>Zoom sends it without documenting it.
   */
  public @Nullable List<Object> spareParts() {
    return spareParts;
  }

  /** Whether it connects directly. */
  public @Nullable Boolean p2pConnection() {
    return p2pConnection;
  }

  /**
   * Whether it is the default one.
   *
   * @deprecated Zoom has deprecated it.
   */
  @Deprecated
  public @Nullable Boolean default_() {
    return default_;
  }

  /**
   * With this key one streams.
   *
   * <p>A secret: {@code toString()} hides it.
   */
  @Secret
  public @Nullable String streamKey() {
    return streamKey;
  }

  /**
   * The host's number.
   *
   * <p>A secret: {@code toString()} hides it.
   */
  @Secret
  public @Nullable String hostPin() {
    return hostPin;
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

  @Override
  public List<FileLink> fileLinks() {
    return FileLink.ofSession(this.id, this.startTime, this.pictures);
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
    return other instanceof Widget that
        && Objects.equals(this.id, that.id)
        && Objects.equals(this.topic, that.topic)
        && Objects.equals(this.type, that.type)
        && Objects.equals(this.startTime, that.startTime)
        && Objects.equals(this.timezone, that.timezone)
        && Objects.equals(this.duration, that.duration)
        && Objects.equals(this.price, that.price)
        && Objects.equals(this.isOpen, that.isOpen)
        && Objects.equals(this.licence, that.licence)
        && Objects.equals(this.birthday, that.birthday)
        && Objects.equals(this.email, that.email)
        && Objects.equals(this.size, that.size)
        && Objects.equals(this.plan, that.plan)
        && Objects.equals(this.kinds, that.kinds)
        && Objects.equals(this.pictures, that.pictures)
        && Objects.equals(this.weekdays, that.weekdays)
        && Objects.equals(this.typesAllowed, that.typesAllowed)
        && Objects.equals(this.names, that.names)
        && Objects.equals(this.rows, that.rows)
        && Objects.equals(this.custom, that.custom)
        && Objects.equals(this.settings, that.settings)
        && Objects.equals(this.since, that.since)
        && Objects.equals(this.signIn, that.signIn)
        && Objects.equals(this.spareParts, that.spareParts)
        && Objects.equals(this.p2pConnection, that.p2pConnection)
        && Objects.equals(this.default_, that.default_)
        && Objects.equals(this.streamKey, that.streamKey)
        && Objects.equals(this.hostPin, that.hostPin)
        && Objects.equals(this.startUrl, that.startUrl)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        this.id,
        this.topic,
        this.type,
        this.startTime,
        this.timezone,
        this.duration,
        this.price,
        this.isOpen,
        this.licence,
        this.birthday,
        this.email,
        this.size,
        this.plan,
        this.kinds,
        this.pictures,
        this.weekdays,
        this.typesAllowed,
        this.names,
        this.rows,
        this.custom,
        this.settings,
        this.since,
        this.signIn,
        this.spareParts,
        this.p2pConnection,
        this.default_,
        this.streamKey,
        this.hostPin,
        this.startUrl,
        this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("Widget")
        .add("id", this.id)
        .add("topic", this.topic)
        .add("type", this.type)
        .add("startTime", this.startTime)
        .add("timezone", this.timezone)
        .add("duration", this.duration)
        .add("price", this.price)
        .add("isOpen", this.isOpen)
        .add("licence", this.licence)
        .add("birthday", this.birthday)
        .add("email", this.email)
        .add("size", this.size)
        .add("plan", this.plan)
        .add("kinds", this.kinds)
        .add("pictures", this.pictures)
        .add("weekdays", this.weekdays)
        .add("typesAllowed", this.typesAllowed)
        .add("names", this.names)
        .add("rows", this.rows)
        .add("custom", this.custom)
        .add("settings", this.settings)
        .add("since", this.since)
        .add("signIn", this.signIn)
        .add("spareParts", this.spareParts)
        .add("p2pConnection", this.p2pConnection)
        .add("default_", this.default_)
        .addSecret("streamKey", this.streamKey)
        .addSecret("hostPin", this.hostPin)
        .addSecret("startUrl", this.startUrl)
        .addUnknown(this.additionalProperties)
        .toString();
  }

  /** Builds a {@link Widget}. Not thread-safe. */
  public static final class Builder {
    @Nullable Long id;
    @Nullable String topic;
    @Nullable WidgetType type;
    @Nullable OffsetDateTime startTime;
    @Nullable String timezone;
    @Nullable Integer duration;
    @Nullable Double price;
    @Nullable Boolean isOpen;
    @Nullable Long licence;
    @Nullable LocalDate birthday;
    @Nullable String email;
    @Nullable WidgetSize size;
    @Nullable WidgetPlan plan;
    @Nullable List<WidgetKind> kinds;
    @Nullable List<Picture> pictures;
    @Nullable List<String> weekdays;
    @Nullable List<WidgetType> typesAllowed;
    @Nullable List<String> names;
    @Nullable List<List<Integer>> rows;
    @Nullable Anything custom;
    @Nullable WidgetSettings settings;
    @Nullable DateOrDateTime since;
    @Nullable Object signIn;
    @Nullable List<Object> spareParts;
    @Nullable Boolean p2pConnection;
    @Nullable Boolean default_;
    @Nullable String streamKey;
    @Nullable String hostPin;
    @Nullable String startUrl;
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(Widget from) {
      this.id = from.id;
      this.topic = from.topic;
      this.type = from.type;
      this.startTime = from.startTime;
      this.timezone = from.timezone;
      this.duration = from.duration;
      this.price = from.price;
      this.isOpen = from.isOpen;
      this.licence = from.licence;
      this.birthday = from.birthday;
      this.email = from.email;
      this.size = from.size;
      this.plan = from.plan;
      this.kinds = from.kinds;
      this.pictures = from.pictures;
      this.weekdays = from.weekdays;
      this.typesAllowed = from.typesAllowed;
      this.names = from.names;
      this.rows = from.rows;
      this.custom = from.custom;
      this.settings = from.settings;
      this.since = from.since;
      this.signIn = from.signIn;
      this.spareParts = from.spareParts;
      this.p2pConnection = from.p2pConnection;
      this.default_ = from.default_;
      this.streamKey = from.streamKey;
      this.hostPin = from.hostPin;
      this.startUrl = from.startUrl;
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
     * Planned length in minutes from {@link #startTime()} on, as {@link WidgetSettings#shared()}
     * has it, and {@code pastParts}, but not {@code no_part} nor {@code topic.no_part}.
     */
    public Builder duration(@Nullable Integer duration) {
      this.duration = duration;
      Values.dropRaw(additionalProperties, "duration");
      return this;
    }

    /** What it costs. */
    public Builder price(@Nullable Double price) {
      this.price = price;
      Values.dropRaw(additionalProperties, "price");
      return this;
    }

    /**
     * Whether it is open.
     *
     * <p>Only in responses: no request sets it.
     */
    public Builder isOpen(@Nullable Boolean isOpen) {
      this.isOpen = isOpen;
      Values.dropRaw(additionalProperties, "is_open");
      return this;
    }

    /** The plan by its code alone. */
    public Builder licence(@Nullable Long licence) {
      this.licence = licence;
      Values.dropRaw(additionalProperties, "licence");
      return this;
    }

    /** The day it was made. */
    public Builder birthday(@Nullable LocalDate birthday) {
      this.birthday = birthday;
      Values.dropRaw(additionalProperties, "birthday");
      return this;
    }

    /** Where to write to. */
    public Builder email(@Nullable String email) {
      this.email = email;
      Values.dropRaw(additionalProperties, "email");
      return this;
    }

    /** Its size. */
    public Builder size(@Nullable WidgetSize size) {
      this.size = size;
      Values.dropRaw(additionalProperties, "size");
      return this;
    }

    /** A plan by its code. */
    public Builder plan(@Nullable WidgetPlan plan) {
      this.plan = plan;
      Values.dropRaw(additionalProperties, "plan");
      return this;
    }

    /** Its kinds. */
    public Builder kinds(@Nullable List<WidgetKind> kinds) {
      this.kinds = Values.copy("Widget", "kinds", kinds);
      Values.dropRaw(additionalProperties, "kinds");
      return this;
    }

    /** Its pictures. */
    public Builder pictures(@Nullable List<Picture> pictures) {
      this.pictures = Values.copy("Widget", "pictures", pictures);
      Values.dropRaw(additionalProperties, "pictures");
      return this;
    }

    /** Its days, as {@code 2,4}. */
    public Builder weekdays(@Nullable List<String> weekdays) {
      this.weekdays = Values.copy("Widget", "weekdays", weekdays);
      Values.dropRaw(additionalProperties, "weekdays");
      return this;
    }

    /** The types that may follow, as {@code 1,6}. */
    public Builder typesAllowed(@Nullable List<WidgetType> typesAllowed) {
      this.typesAllowed = Values.copy("Widget", "typesAllowed", typesAllowed);
      Values.dropRaw(additionalProperties, "types_allowed");
      return this;
    }

    /** Its names. */
    public Builder names(@Nullable List<String> names) {
      this.names = Values.copy("Widget", "names", names);
      Values.dropRaw(additionalProperties, "names");
      return this;
    }

    /** A table of numbers. */
    public Builder rows(@Nullable List<List<Integer>> rows) {
      this.rows = Values.copy("Widget", "rows", rows);
      Values.dropRaw(additionalProperties, "rows");
      return this;
    }

    /** An object of which nothing is known. */
    public Builder custom(@Nullable Anything custom) {
      this.custom = custom;
      Values.dropRaw(additionalProperties, "custom");
      return this;
    }

    /** The settings, of either generation. */
    public Builder settings(@Nullable WidgetSettings settings) {
      this.settings = settings;
      Values.dropRaw(additionalProperties, "settings");
      return this;
    }

    /** A day or a moment. */
    public Builder since(@Nullable DateOrDateTime since) {
      this.since = since;
      Values.dropRaw(additionalProperties, "since");
      return this;
    }

    /** An object in one answer and a list in another. */
    public Builder signIn(@Nullable Object signIn) {
      this.signIn = Values.copy("Widget", "signIn", signIn);
      Values.dropRaw(additionalProperties, "sign_in");
      return this;
    }

    /**
     * Parts to replace.
     *
     * <p>Zoom sends it without documenting it.
     */
    public Builder spareParts(@Nullable List<Object> spareParts) {
      this.spareParts = Values.copy("Widget", "spareParts", spareParts);
      Values.dropRaw(additionalProperties, "spare_parts");
      return this;
    }

    /** Whether it connects directly. */
    public Builder p2pConnection(@Nullable Boolean p2pConnection) {
      this.p2pConnection = p2pConnection;
      Values.dropRaw(additionalProperties, "p2p_connetion");
      return this;
    }

    /**
     * Whether it is the default one.
     *
     * @deprecated Zoom has deprecated it.
     */
    @Deprecated
    public Builder default_(@Nullable Boolean default_) {
      this.default_ = default_;
      Values.dropRaw(additionalProperties, "default");
      return this;
    }

    /**
     * With this key one streams.
     *
     * <p>A secret: {@code toString()} hides it.
     */
    public Builder streamKey(@Nullable String streamKey) {
      this.streamKey = streamKey;
      Values.dropRaw(additionalProperties, "stream_key");
      return this;
    }

    /**
     * The host's number.
     *
     * <p>A secret: {@code toString()} hides it.
     */
    public Builder hostPin(@Nullable String hostPin) {
      this.hostPin = hostPin;
      Values.dropRaw(additionalProperties, "host_pin");
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
    public Widget build() {
      return new Widget(this);
    }
  }
}
