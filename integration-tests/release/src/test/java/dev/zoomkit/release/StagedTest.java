package dev.zoomkit.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * What every module that may be deployed has put into the staging folder, held against what Maven
 * Central asks for and against the artifacts that we publish.
 */
class StagedTest {

  private static final String BOM = "zoomkit-bom";

  private static final List<String> JARS =
      List.of(
          "zoomkit",
          "zoomkit-client",
          "zoomkit-generator",
          "zoomkit-mock-junit",
          "zoomkit-mock-server",
          "zoomkit-reader",
          "zoomkit-spec");

  private static final Path GROUP = Path.of(System.getProperty("staging"), "dev", "zoomkit");

  private static final XPath XPATH = XPathFactory.newInstance().newXPath();

  @Test
  void artifactsAreThoseThatWePublish() throws IOException {
    List<String> published = new ArrayList<>(JARS);
    published.add(BOM);

    try (Stream<Path> staged = Files.list(GROUP)) {
      assertThat(staged.filter(Files::isDirectory).map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(published);
    }
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void pomsStandAloneAndSayAllThatCentralAsksFor(String artifact) throws Exception {
    Document pom = pom(artifact);

    for (String needed :
        List.of(
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/developerConnection",
            "scm/url")) {
      assertThat(text(pom, needed)).as(needed).isNotBlank().doesNotContain("${", "zoomkit/zoomkit");
    }
    assertThat(text(pom, "parent")).isEmpty();
    assertThat(text(pom, "artifactId")).isEqualTo(artifact);
    assertThat(values(pom, "dependencies/dependency[not(version)]/artifactId")).isEmpty();
    assertThat(values(pom, "dependencies/dependency[scope='test']/artifactId")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void jarsComeWithSourcesAndDocumentation(String artifact) throws IOException {
    for (Map.Entry<String, String> kind :
        Map.of("", "", "-sources", sources(artifact), "-javadoc", documentation(artifact))
            .entrySet()) {
      List<Path> files = files(artifact, "[0-9.]+" + kind.getKey() + "\\.jar");
      assertThat(files).as(artifact + kind.getKey()).hasSize(1);
      try (JarFile jar = new JarFile(files.get(0).toFile())) {
        assertThat(jar.stream().map(entry -> entry.getName()))
            .anyMatch(name -> name.endsWith(kind.getValue()));
      }
    }
  }

  private static String sources(String artifact) {
    return artifact.equals("zoomkit-spec") ? "zoom.yaml" : ".java";
  }

  private static String documentation(String artifact) {
    return artifact.equals("zoomkit-spec") ? "EXTENSIONS.md" : "index.html";
  }

  @Test
  void theBomHasTheVersionOfEachJar() throws Exception {
    Document bom = pom(BOM);

    String managed =
        "dependencyManagement/dependencies/dependency[starts-with(artifactId, 'zoomkit')]";
    assertThat(values(bom, managed + "/artifactId")).containsExactlyInAnyOrderElementsOf(JARS);
    assertThat(new TreeSet<>(values(bom, managed + "/version"))).hasSize(1);
    assertThat(values(bom, "dependencies/dependency/artifactId")).isEmpty();
    assertThat(values(bom, "properties/*")).isEmpty();
  }

  @Test
  void theBomHasTheOkHttpOfTheClient() throws Exception {
    String ofOkHttp = "dependencies/dependency[groupId='com.squareup.okhttp3']/version";

    assertThat(values(pom(BOM), "dependencyManagement/" + ofOkHttp))
        .containsExactlyInAnyOrderElementsOf(values(pom("zoomkit-client"), ofOkHttp))
        .hasSize(2);
  }

  static Stream<String> artifacts() {
    return Stream.concat(JARS.stream(), Stream.of(BOM));
  }

  static Stream<String> jars() {
    return JARS.stream();
  }

  private static Document pom(String artifact) throws Exception {
    List<Path> poms = files(artifact, "[0-9.]+\\.pom");
    assertThat(poms).hasSize(1);
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(poms.get(0).toFile());
  }

  /** A snapshot's files have a time and a number where a release has nothing. */
  private static List<Path> files(String artifact, String end) throws IOException {
    try (Stream<Path> files = Files.walk(GROUP.resolve(artifact))) {
      return files
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .replaceFirst("-[0-9]{8}\\.[0-9]{6}-[0-9]+", "")
                      .matches(artifact + "-" + end))
          .toList();
    }
  }

  private static String text(Document pom, String path) throws XPathExpressionException {
    return XPATH.evaluate("/project/" + path, pom).strip();
  }

  private static List<String> values(Document pom, String path) throws XPathExpressionException {
    NodeList nodes = (NodeList) XPATH.evaluate("/project/" + path, pom, XPathConstants.NODESET);
    return Stream.iterate(0, index -> index < nodes.getLength(), index -> index + 1)
        .map(index -> nodes.item(index).getTextContent().strip())
        .toList();
  }
}
