/** Zoom's master-account API: start at {@link dev.zoomkit.ZoomClient}. */
@SuppressWarnings("requires-automatic") // bucket4j has no descriptor of its own.
module dev.zoomkit {
  requires io.github.bucket4j.core;
  requires static transitive java.sql; // for JdbcTokenStore alone
  requires transitive dev.zoomkit.client;

  exports dev.zoomkit;
  exports dev.zoomkit.auth;
  exports dev.zoomkit.error;
  exports dev.zoomkit.listen;
  exports dev.zoomkit.operations;
  exports dev.zoomkit.paging;
  exports dev.zoomkit.parallel;
  exports dev.zoomkit.rate;
  exports dev.zoomkit.record;
  exports dev.zoomkit.retry;
  exports dev.zoomkit.schedule;
  exports dev.zoomkit.scope;
  exports dev.zoomkit.transfer;
  exports dev.zoomkit.user;
}
