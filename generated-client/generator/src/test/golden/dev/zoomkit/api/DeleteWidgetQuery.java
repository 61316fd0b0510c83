package dev.zoomkit.api;

import dev.zoomkit.annotation.Secret;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.ToString;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What {@code deleteWidget} takes besides its required values. */
public final class DeleteWidgetQuery {
  final @Nullable Boolean remind;
  final @Nullable String pin;

  DeleteWidgetQuery(Builder builder) {
    this.remind = builder.remind;
    this.pin = builder.pin;
  }

  /** An empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** An instance with the values that the function sets. */
  public static DeleteWidgetQuery of(Consumer<Builder> values) {
    Builder builder = new Builder();
    Arguments.require("DeleteWidgetQuery", "values", values).accept(builder);
    return builder.build();
  }

  /** A builder with the values of this instance. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Whether to tell its owner. */
  public @Nullable Boolean remind() {
    return remind;
  }

  /** Proves that one may. */
  @Secret
  public @Nullable String pin() {
    return pin;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeleteWidgetQuery that
        && Objects.equals(this.remind, that.remind)
        && Objects.equals(this.pin, that.pin);
  }

  @Override
  public int hashCode() {
    return Objects.hash(this.remind, this.pin);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("DeleteWidgetQuery")
        .add("remind", this.remind)
        .addSecret("pin", this.pin)
        .toString();
  }

  /** Builds a {@link DeleteWidgetQuery}. Not thread-safe. */
  public static final class Builder {
    @Nullable Boolean remind;
    @Nullable String pin;

    Builder() {}

    private Builder(DeleteWidgetQuery from) {
      this.remind = from.remind;
      this.pin = from.pin;
    }

    /** Whether to tell its owner. */
    public Builder remind(@Nullable Boolean remind) {
      this.remind = remind;
      return this;
    }

    /** Proves that one may. */
    public Builder pin(@Nullable String pin) {
      this.pin = pin;
      return this;
    }

    /** Builds it. */
    public DeleteWidgetQuery build() {
      return new DeleteWidgetQuery(this);
    }
  }
}
