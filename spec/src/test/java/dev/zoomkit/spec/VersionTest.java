package dev.zoomkit.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;

/**
 * The description has the version of the artifacts: the diff admits breaks by the one, and callers
 * see the other.
 */
class VersionTest {
  @Test
  void theDescriptionHasTheVersionOfTheArtifact() throws Exception {
    String described =
        new YAMLMapper()
            .readTree(new File("src/main/openapi/zoom.yaml"))
            .at("/info/version")
            .asText();
    String artifact =
        XPathFactory.newInstance()
            .newXPath()
            .evaluate(
                "/project/parent/version",
                DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new File("pom.xml")));

    assertThat(described)
        .as(
            "info.version in src/main/openapi/zoom.yaml against the version %s in pom.xml;"
                + " change both together",
            artifact)
        .isEqualTo(artifact.replaceFirst("-SNAPSHOT$", ""));
  }
}
