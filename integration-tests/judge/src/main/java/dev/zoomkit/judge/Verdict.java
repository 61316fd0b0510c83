package dev.zoomkit.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What became of each scenario.
 *
 * @param scenarios how many there were
 * @param failures why each that failed did, by its operation
 */
record Verdict(int scenarios, Map<String, String> failures) {

  static Verdict read(Path report) throws IOException {
    Map<String, String> failures = new LinkedHashMap<>();
    NodeList cases;
    try {
      cases =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(report.toFile())
              .getElementsByTagName("testcase");
    } catch (ParserConfigurationException | SAXException unreadable) {
      throw new IOException("The report is no XML: " + report, unreadable);
    }
    for (int i = 0; i < cases.getLength(); i++) {
      Element one = (Element) cases.item(i);
      if (one.getElementsByTagName("failure").item(0) instanceof Element failure) {
        failures.put(api(one.getAttribute("name")), reason(failure.getTextContent()));
      }
    }
    return new Verdict(cases.getLength(), failures);
  }

  /** Such as {@code GET /users/{userId}}, as the description has it. */
  private static String api(String name) {
    return name.replaceFirst("(?s)^.*?Scenario: (\\S+ \\S+).*$", "$1")
        .replaceAll("\\((\\w+):\\w+\\)", "{$1}");
  }

  private static String reason(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> line.startsWith("Specification expected"))
        .findFirst()
        .orElse(text.strip());
  }
}
