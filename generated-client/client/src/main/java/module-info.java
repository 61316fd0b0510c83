/**
 * Zoom's master-account API as Retrofit interfaces and Moshi models. What generated code runs on is
 * exported to the SDK alone.
 */
@SuppressWarnings({
  "module", // The SDK is compiled after this.
  "requires-automatic", // Moshi and Retrofit have no descriptors of their own.
  "requires-transitive-automatic"
})
module dev.zoomkit.client {
  requires transitive com.squareup.moshi;
  requires transitive okhttp3;
  requires transitive org.jspecify;
  requires transitive retrofit2;

  exports dev.zoomkit.annotation;
  exports dev.zoomkit.api;
  exports dev.zoomkit.model;
  exports dev.zoomkit.runtime to
      dev.zoomkit;
  exports dev.zoomkit.runtime.json to
      dev.zoomkit;
  exports dev.zoomkit.value;
}
