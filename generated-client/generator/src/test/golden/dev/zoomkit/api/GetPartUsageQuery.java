package dev.zoomkit.api;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.ToString;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What {@code getPartUsage} takes besides its required values. */
public final class GetPartUsageQuery {
  final @Nullable String zone;

  GetPartUsageQuery(Builder builder) {
    this.zone = builder.zone;
  }

  /** An empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** An instance with the values that the function sets. */
  public static GetPartUsageQuery of(Consumer<Builder> values) {
    Builder builder = new Builder();
    Arguments.require("GetPartUsageQuery", "values", values).accept(builder);
    return builder.build();
  }

  /** A builder with the values of this instance. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Their time zone. */
  public @Nullable String zone() {
    return zone;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GetPartUsageQuery that && Objects.equals(this.zone, that.zone);
  }

  @Override
  public int hashCode() {
    return Objects.hash(this.zone);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("GetPartUsageQuery").add("zone", this.zone).toString();
  }

  /** Builds a {@link GetPartUsageQuery}. Not thread-safe. */
  public static final class Builder {
    @Nullable String zone;

    Builder() {}

    private Builder(GetPartUsageQuery from) {
      this.zone = from.zone;
    }

    /** Their time zone. */
    public Builder zone(@Nullable String zone) {
      this.zone = zone;
      return this;
    }

    /** Builds it. */
    public GetPartUsageQuery build() {
      return new GetPartUsageQuery(this);
    }
  }
}
