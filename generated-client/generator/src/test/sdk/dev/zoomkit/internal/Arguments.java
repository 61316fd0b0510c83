package dev.zoomkit.internal;

import org.jspecify.annotations.Nullable;

/** What the facade checks its arguments with. */
public final class Arguments {
  private Arguments() {}

  public static void require(String operation, String argument, @Nullable Object value) {}
}
