package dev.zoomkit.mock.model;

import dev.zoomkit.mock.call.Response;

/** Breaks the direction of the packages: the model knows nothing of a response. */
public final class PlantedUseOfTheCall {
  private PlantedUseOfTheCall() {}

  /** Knows what it may not know. */
  public static int status(Response response) {
    return response.status();
  }
}
