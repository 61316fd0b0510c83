package dev.zoomkit.api;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.ToString;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What {@code listParts} takes besides its required values. */
public final class ListPartsQuery {
  final @Nullable Integer pageNumber;

  ListPartsQuery(Builder builder) {
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
    return other instanceof ListPartsQuery that && Objects.equals(this.pageNumber, that.pageNumber);
  }

  @Override
  public int hashCode() {
    return Objects.hash(this.pageNumber);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("ListPartsQuery").add("pageNumber", this.pageNumber).toString();
  }

  /** Builds a {@link ListPartsQuery}. Not thread-safe. */
  public static final class Builder {
    @Nullable Integer pageNumber;

    Builder() {}

    private Builder(ListPartsQuery from) {
      this.pageNumber = from.pageNumber;
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
