/** A mock of Zoom for each JUnit test: see {@link dev.zoomkit.mock.junit.WithMockZoom}. */
module dev.zoomkit.mock.junit {
  requires transitive dev.zoomkit;
  requires transitive dev.zoomkit.mock;
  requires transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports dev.zoomkit.mock.junit;
}
