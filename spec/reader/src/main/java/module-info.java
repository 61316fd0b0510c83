/**
 * Reads the bundle of the description. For zoomkit's own modules; what it offers them may change
 * with every release.
 */
@SuppressWarnings("module") // The mock is compiled after this.
module dev.zoomkit.spec.reader {
  requires transitive com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires com.networknt.schema;
  requires java.compiler;
  requires org.yaml.snakeyaml;
  requires static transitive org.jspecify;

  exports dev.zoomkit.spec.reader to
      dev.zoomkit.mock;
}
