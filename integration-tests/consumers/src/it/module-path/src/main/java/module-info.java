/** Requires ours, and none of the libraries below. */
module com.acme.modules {
  requires dev.zoomkit;
  requires dev.zoomkit.mock;
}
