package dev.zoomkit.api;

import java.util.List;

/** All interfaces of this package. */
public final class Apis {

  /** The interfaces in alphabetical order; Retrofit can create each of them. */
  public static final List<Class<?>> ALL = List.of(SparePartsApi.class, WidgetsApi.class);

  private Apis() {}
}
