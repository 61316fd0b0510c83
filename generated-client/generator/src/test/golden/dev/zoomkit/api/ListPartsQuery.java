package dev.zoomkit.api;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.ToString;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What {@code listParts} takes besides its required values. */
public final class ListPartsQuery {
  final @Nullable Integer pageSize;
  final @Nullable Integer pageNumber;

  ListPartsQuery(Builder builder) {
    this.pageSize = builder.pageSize;
    this.pageNumber = builder.pageNumber;
  }

  /** An empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** An instance with the values that the function sets. */
  public static ListPartsQuery of(Consumer<Builder> values) {
    Builder builder = new Builder();
    Arguments.require("ListPartsQuery", "values", values).accept(builder);
    return builder.build();
  }

  /** A builder with the values of this instance. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /**
   * How many a page has at most.
   *
   * <p>At most 10.
   */
  public @Nullable Integer pageSize() {
    return pageSize;
  }

  /**
   * The page, from 1.
   *
   * @deprecated Zoom has deprecated it.
   */
  @Deprecated
  public @Nullable Integer pageNumber() {
    return pageNumber;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ListPartsQuery that
        && Objects.equals(this.pageSize, that.pageSize)
        && Objects.equals(this.pageNumber, that.pageNumber);
  }

  @Override
  public int hashCode() {
    return Objects.hash(this.pageSize, this.pageNumber);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("ListPartsQuery")
        .add("pageSize", this.pageSize)
        .add("pageNumber", this.pageNumber)
        .toString();
  }

  /** Builds a {@link ListPartsQuery}. Not thread-safe. */
  public static final class Builder {
    @Nullable Integer pageSize;
    @Nullable Integer pageNumber;

    Builder() {}

    private Builder(ListPartsQuery from) {
      this.pageSize = from.pageSize;
      this.pageNumber = from.pageNumber;
    }

    /**
     * How many a page has at most.
     *
     * <p>At most 10.
     */
    public Builder pageSize(@Nullable Integer pageSize) {
      this.pageSize = pageSize;
      return this;
    }

    /**
     * The page, from 1.
     *
     * @deprecated Zoom has deprecated it.
     */
    @Deprecated
    public Builder pageNumber(@Nullable Integer pageNumber) {
      this.pageNumber = pageNumber;
      return this;
    }

    /** Builds it. */
    public ListPartsQuery build() {
      return new ListPartsQuery(this);
    }
  }
}
