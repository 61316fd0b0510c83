/**
 * A stand-in for Zoom that runs inside your tests.
 *
 * <p>The description, {@code zoomkit-spec}, is found on the module path or on the class path.
 */
@SuppressWarnings("requires-automatic") // HttpCore and mime4j have no descriptors of their own.
module dev.zoomkit.mock {
  requires apache.mime4j.core;
  requires com.fasterxml.jackson.databind;
  requires dev.zoomkit.spec.reader;
  requires org.apache.httpcomponents.core5.httpcore5;
  requires static transitive dev.zoomkit; // for MockZoom.client alone
  requires static org.assertj.core; // for MockZoomAssert alone
  requires static transitive org.jspecify;

  exports dev.zoomkit.mock;
}
