package dev.zoomkit.api;

import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.ToString;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What {@code getWidget} takes besides its required values. */
public final class GetWidgetQuery {
  final @Nullable String occurrenceId;

  GetWidgetQuery(Builder builder) {
    this.occurrenceId = builder.occurrenceId;
  }

  /** An empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** An instance with the values that the function sets. */
  public static GetWidgetQuery of(Consumer<Builder> values) {
    Builder builder = new Builder();
    Arguments.require("GetWidgetQuery", "values", values).accept(builder);
    return builder.build();
  }

  /** A builder with the values of this instance. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** One occurrence; the whole series when left out. */
  public @Nullable String occurrenceId() {
    return occurrenceId;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GetWidgetQuery that
        && Objects.equals(this.occurrenceId, that.occurrenceId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(this.occurrenceId);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("GetWidgetQuery").add("occurrenceId", this.occurrenceId).toString();
  }

  /** Builds a {@link GetWidgetQuery}. Not thread-safe. */
  public static final class Builder {
    @Nullable String occurrenceId;

    Builder() {}

    private Builder(GetWidgetQuery from) {
      this.occurrenceId = from.occurrenceId;
    }

    /** One occurrence; the whole series when left out. */
    public Builder occurrenceId(@Nullable String occurrenceId) {
      this.occurrenceId = occurrenceId;
      return this;
    }

    /** Builds it. */
    public GetWidgetQuery build() {
      return new GetWidgetQuery(this);
    }
  }
}
