package dev.zoomkit.api;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.ToString;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What {@code getPartWear} takes besides its required values. */
public final class GetPartWearQuery {
  final @Nullable OffsetDateTime since;
  final @Nullable OffsetDateTime till;

  GetPartWearQuery(Builder builder) {
    this.since = builder.since;
    this.till = builder.till;
  }

  /** An empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** An instance with the values that the function sets. */
  public static GetPartWearQuery of(Consumer<Builder> values) {
    Builder builder = new Builder();
    Arguments.require("GetPartWearQuery", "values", values).accept(builder);
    return builder.build();
  }

  /** A builder with the values of this instance. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The first moment. */
  public @Nullable OffsetDateTime since() {
    return since;
  }

  /** The last moment. */
  public @Nullable OffsetDateTime till() {
    return till;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GetPartWearQuery that
        && Objects.equals(this.since, that.since)
        && Objects.equals(this.till, that.till);
  }

  @Override
  public int hashCode() {
    return Objects.hash(this.since, this.till);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("GetPartWearQuery")
        .add("since", this.since)
        .add("till", this.till)
        .toString();
  }

  /** Builds a {@link GetPartWearQuery}. Not thread-safe. */
  public static final class Builder {
    @Nullable OffsetDateTime since;
    @Nullable OffsetDateTime till;

    Builder() {}

    private Builder(GetPartWearQuery from) {
      this.since = from.since;
      this.till = from.till;
    }

    /** The first moment. */
    public Builder since(@Nullable OffsetDateTime since) {
      this.since = since;
      return this;
    }

    /** The last moment. */
    public Builder till(@Nullable OffsetDateTime till) {
      this.till = till;
      return this;
    }

    /** Builds it. */
    public GetPartWearQuery build() {
      return new GetPartWearQuery(this);
    }
  }
}
