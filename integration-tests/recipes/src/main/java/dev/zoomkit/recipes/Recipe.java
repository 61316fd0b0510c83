package dev.zoomkit.recipes;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.auth.ServerToServer;
import dev.zoomkit.error.ZoomException;
import dev.zoomkit.rate.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A job for a client. */
@FunctionalInterface
interface Recipe {

  /**
   * Does the job, prints how far it is, and sums up in the end. Blocks.
   *
   * @param today by UTC
   * @param arguments those of the program
   * @throws IOException if a file of the job's cannot be read or written
   */
  void run(ZoomClient zoom, LocalDate today, List<String> arguments) throws IOException;

  /**
   * Runs a recipe as a program: on Zoom where {@code ZOOM_ACCOUNT_ID} names an account, with the
   * credentials beside it, else on a mock in this process. Exits with 1 and a sentence where it
   * fails.
   *
   * @param given the arguments of the command line
   * @param otherwise those that count where fewer are given
   */
  static void main(Recipe recipe, String[] given, String... otherwise) {
    List<String> arguments =
        Stream.concat(Arrays.stream(given), Arrays.stream(otherwise).skip(given.length)).toList();
    boolean named = !System.getenv().getOrDefault("ZOOM_ACCOUNT_ID", "").isBlank();
    try (Rehearsal rehearsal = named ? null : Rehearsal.start();
        ZoomClient zoom = rehearsal == null ? onZoom() : rehearsal.client()) {
      System.out.println(named ? "With Zoom." : "With a mock of Zoom in this process.");
      recipe.run(zoom, LocalDate.now(ZoneOffset.UTC), arguments);
    } catch (ZoomException
        | IllegalArgumentException
        | IllegalStateException
        | IOException
        | UncheckedIOException failure) {
      System.out.println(failure instanceof IOException ? failure : failure.getMessage());
      System.exit(1);
    }
  }

  /** Keeps to the limits of the smallest plan that has all that the recipes need. */
  private static ZoomClient onZoom() {
    return ZoomClient.builder()
        .credentials(ServerToServer.fromEnvironment())
        .rateLimits(Plan.PRO)
        .build();
  }
}
