package dev.zoomkit.api;

import dev.zoomkit.model.WidgetKind;
import dev.zoomkit.model.WidgetSize;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import dev.zoomkit.value.DateOrDateTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What {@code listWidgets} takes besides its required values. */
public final class ListWidgetsQuery {
  final @Nullable OffsetDateTime to;
  final @Nullable DateOrDateTime since;
  final @Nullable WidgetKind kind;
  final @Nullable List<WidgetSize> sizes;
  final @Nullable List<String> labels;
  final @Nullable Integer pageSize;
  final @Nullable String nextPageToken;
  final @Nullable Integer pageNumber;
  final @Nullable LocalDate until;

  ListWidgetsQuery(Builder builder) {
    this.to = builder.to;
    this.since = builder.since;
    this.kind = builder.kind;
    this.sizes = builder.sizes;
    this.labels = builder.labels;
    this.pageSize = builder.pageSize;
    this.nextPageToken = builder.nextPageToken;
    this.pageNumber = builder.pageNumber;
    this.until = builder.until;
  }

  /** An empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** An instance with the values that the function sets. */
  public static ListWidgetsQuery of(Consumer<Builder> values) {
    Builder builder = new Builder();
    Arguments.require("ListWidgetsQuery", "values", values).accept(builder);
    return builder.build();
  }

  /** A builder with the values of this instance. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Last moment. */
  public @Nullable OffsetDateTime to() {
    return to;
  }

  /** A day or a moment. */
  public @Nullable DateOrDateTime since() {
    return since;
  }

  /**
   * Which widgets to list.
   *
   * <p>Default: {@code BIG}.
   */
  public @Nullable WidgetKind kind() {
    return kind;
  }

  /**
   * Sizes, with commas.
   *
   * <p>At most 3 entries.
   */
  public @Nullable List<WidgetSize> sizes() {
    return sizes;
  }

  /**
   * Labels, one parameter each.
   *
   * <p>Each at most 20 characters.
   */
  public @Nullable List<String> labels() {
    return labels;
  }

  /**
   * How many a page has at most.
   *
   * <p>From 1 to 300. Default: {@code 30}.
   */
  public @Nullable Integer pageSize() {
    return pageSize;
  }

  /** The token of the previous answer. */
  public @Nullable String nextPageToken() {
    return nextPageToken;
  }

  /**
   * The page, from 1.
   *
   * <p>Default: {@code 1}.
   *
   * @deprecated Zoom has deprecated it.
   */
  @Deprecated
  public @Nullable Integer pageNumber() {
    return pageNumber;
  }

  /** Last day. */
  public @Nullable LocalDate until() {
    return until;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ListWidgetsQuery that
        && Objects.equals(this.to, that.to)
        && Objects.equals(this.since, that.since)
        && Objects.equals(this.kind, that.kind)
        && Objects.equals(this.sizes, that.sizes)
        && Objects.equals(this.labels, that.labels)
        && Objects.equals(this.pageSize, that.pageSize)
        && Objects.equals(this.nextPageToken, that.nextPageToken)
        && Objects.equals(this.pageNumber, that.pageNumber)
        && Objects.equals(this.until, that.until);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        this.to,
        this.since,
        this.kind,
        this.sizes,
        this.labels,
        this.pageSize,
        this.nextPageToken,
        this.pageNumber,
        this.until);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("ListWidgetsQuery")
        .add("to", this.to)
        .add("since", this.since)
        .add("kind", this.kind)
        .add("sizes", this.sizes)
        .add("labels", this.labels)
        .add("pageSize", this.pageSize)
        .add("nextPageToken", this.nextPageToken)
        .add("pageNumber", this.pageNumber)
        .add("until", this.until)
        .toString();
  }

  /** Builds a {@link ListWidgetsQuery}. Not thread-safe. */
  public static final class Builder {
    @Nullable OffsetDateTime to;
    @Nullable DateOrDateTime since;
    @Nullable WidgetKind kind;
    @Nullable List<WidgetSize> sizes;
    @Nullable List<String> labels;
    @Nullable Integer pageSize;
    @Nullable String nextPageToken;
    @Nullable Integer pageNumber;
    @Nullable LocalDate until;

    Builder() {}

    private Builder(ListWidgetsQuery from) {
      this.to = from.to;
      this.since = from.since;
      this.kind = from.kind;
      this.sizes = from.sizes;
      this.labels = from.labels;
      this.pageSize = from.pageSize;
      this.nextPageToken = from.nextPageToken;
      this.pageNumber = from.pageNumber;
      this.until = from.until;
    }

    /** Last moment. */
    public Builder to(@Nullable OffsetDateTime to) {
      this.to = to;
      return this;
    }

    /** A day or a moment. */
    public Builder since(@Nullable DateOrDateTime since) {
      this.since = since;
      return this;
    }

    /**
     * Which widgets to list.
     *
     * <p>Default: {@code BIG}.
     */
    public Builder kind(@Nullable WidgetKind kind) {
      this.kind = kind;
      return this;
    }

    /**
     * Sizes, with commas.
     *
     * <p>At most 3 entries.
     */
    public Builder sizes(@Nullable List<WidgetSize> sizes) {
      this.sizes = Values.copy("ListWidgetsQuery", "sizes", sizes);
      return this;
    }

    /**
     * Labels, one parameter each.
     *
     * <p>Each at most 20 characters.
     */
    public Builder labels(@Nullable List<String> labels) {
      this.labels = Values.copy("ListWidgetsQuery", "labels", labels);
      return this;
    }

    /**
     * How many a page has at most.
     *
     * <p>From 1 to 300. Default: {@code 30}.
     */
    public Builder pageSize(@Nullable Integer pageSize) {
      this.pageSize = pageSize;
      return this;
    }

    /** The token of the previous answer. */
    public Builder nextPageToken(@Nullable String nextPageToken) {
      this.nextPageToken = nextPageToken;
      return this;
    }

    /**
     * The page, from 1.
     *
     * <p>Default: {@code 1}.
     *
     * @deprecated Zoom has deprecated it.
     */
    @Deprecated
    public Builder pageNumber(@Nullable Integer pageNumber) {
      this.pageNumber = pageNumber;
      return this;
    }

    /** Last day. */
    public Builder until(@Nullable LocalDate until) {
      this.until = until;
      return this;
    }

    /** Builds it. */
    public ListWidgetsQuery build() {
      return new ListWidgetsQuery(this);
    }
  }
}
