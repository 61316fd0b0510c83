package dev.zoomkit.model;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import dev.zoomkit.value.DateOrDateTime;
import dev.zoomkit.value.PagedResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A page of widgets. */
public final class WidgetPage implements PagedResponse<WidgetSummary> {
  final @Nullable String nextPageToken;
  final @Nullable Integer pageNumber;
  final @Nullable Integer totalRecords;
  final @Nullable List<WidgetSummary> widgets;
  final @Nullable LocalDate from;
  final @Nullable DateOrDateTime to;
  final Map<String, @Nullable Object> additionalProperties;

  WidgetPage(Builder builder) {
    this.nextPageToken = builder.nextPageToken;
    this.pageNumber = builder.pageNumber;
    this.totalRecords = builder.totalRecords;
    this.widgets = builder.widgets;
    this.from = builder.from;
    this.to = builder.to;
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

  /** Fetches the next page. */
  @Override
  public @Nullable String nextPageToken() {
    return nextPageToken;
  }

  /**
   * This page, from 1.
   *
   * @deprecated Zoom has deprecated it.
   */
  @Override
  @Deprecated
  public @Nullable Integer pageNumber() {
    return pageNumber;
  }

  /** Number of items over all pages. */
  @Override
  public @Nullable Integer totalRecords() {
    return totalRecords;
  }

  /** The widgets of this page. */
  public List<WidgetSummary> widgets() {
    return Values.present("WidgetPage", "widgets", widgets);
  }

  /** The first day. */
  public @Nullable LocalDate from() {
    return from;
  }

  /** The end. */
  public @Nullable DateOrDateTime to() {
    return to;
  }

  @Override
  public List<WidgetSummary> items() {
    return this.widgets == null ? List.of() : this.widgets;
  }

  @Override
  public @Nullable String absentList() {
    return this.widgets == null ? "widgets" : null;
  }

  @Override
  public @Nullable Object identity(WidgetSummary item) {
    return Values.identity(Arguments.require("identity", "item", item).id, item.startTime);
  }

  @Override
  public @Nullable LocalDate coveredFrom() {
    return this.from == null ? null : this.from;
  }

  @Override
  public @Nullable LocalDate coveredTo() {
    return this.to == null ? null : this.to.toDate();
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
    return other instanceof WidgetPage that
        && Objects.equals(this.nextPageToken, that.nextPageToken)
        && Objects.equals(this.pageNumber, that.pageNumber)
        && Objects.equals(this.totalRecords, that.totalRecords)
        && Objects.equals(this.widgets, that.widgets)
        && Objects.equals(this.from, that.from)
        && Objects.equals(this.to, that.to)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        this.nextPageToken,
        this.pageNumber,
        this.totalRecords,
        this.widgets,
        this.from,
        this.to,
        this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("WidgetPage")
        .add("nextPageToken", this.nextPageToken)
        .add("pageNumber", this.pageNumber)
        .add("totalRecords", this.totalRecords)
        .add("widgets", this.widgets)
        .add("from", this.from)
        .add("to", this.to)
        .addUnknown(this.additionalProperties)
        .toString();
  }

  /** Builds a {@link WidgetPage}. Not thread-safe. */
  public static final class Builder {
    @Nullable String nextPageToken;
    @Nullable Integer pageNumber;
    @Nullable Integer totalRecords;
    @Nullable List<WidgetSummary> widgets;
    @Nullable LocalDate from;
    @Nullable DateOrDateTime to;
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(WidgetPage from) {
      this.nextPageToken = from.nextPageToken;
      this.pageNumber = from.pageNumber;
      this.totalRecords = from.totalRecords;
      this.widgets = from.widgets;
      this.from = from.from;
      this.to = from.to;
      this.additionalProperties = Values.mutable(from.additionalProperties);
    }

    /** Fetches the next page. */
    public Builder nextPageToken(@Nullable String nextPageToken) {
      this.nextPageToken = nextPageToken;
      Values.dropRaw(additionalProperties, "next_page_token");
      return this;
    }

    /**
     * This page, from 1.
     *
     * @deprecated Zoom has deprecated it.
     */
    @Deprecated
    public Builder pageNumber(@Nullable Integer pageNumber) {
      this.pageNumber = pageNumber;
      Values.dropRaw(additionalProperties, "page_number");
      return this;
    }

    /** Number of items over all pages. */
    public Builder totalRecords(@Nullable Integer totalRecords) {
      this.totalRecords = totalRecords;
      Values.dropRaw(additionalProperties, "total_records");
      return this;
    }

    /** The widgets of this page. */
    public Builder widgets(@Nullable List<WidgetSummary> widgets) {
      this.widgets = Values.copy("WidgetPage", "widgets", widgets);
      Values.dropRaw(additionalProperties, "widgets");
      return this;
    }

    /** The first day. */
    public Builder from(@Nullable LocalDate from) {
      this.from = from;
      Values.dropRaw(additionalProperties, "from");
      return this;
    }

    /** The end. */
    public Builder to(@Nullable DateOrDateTime to) {
      this.to = to;
      Values.dropRaw(additionalProperties, "to");
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
    public WidgetPage build() {
      return new WidgetPage(this);
    }
  }
}
