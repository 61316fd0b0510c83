package dev.zoomkit.mock;

import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One mock for all tests of a class, each of which is run for every operation. */
public abstract class RunningOnce {
  protected static final ApiDescription DESCRIPTION = ApiDescription.onClassPath();
  protected static MockZoom zoom;

  @BeforeAll
  static void start() {
    zoom = MockZoom.start();
  }

  @AfterAll
  static void stop() {
    zoom.close();
  }

  protected static Stream<DescribedOperation> operations() {
    return DESCRIPTION.operations().stream();
  }
}
