package dev.zoomkit.published;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The public surface of each published jar, against the file that somebody has read. After a wanted
 * change, renew them with {@code mvn -pl integration-tests/contract-tests test
 * -Dtest=PublishedApiTest -Dapi.renew=true}, and read the diff.
 */
class PublishedApiTest {

  @TestFactory
  Stream<DynamicTest> isTheOneThatWasRead() {
    return PublishedModule.ALL.stream()
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module.artifact(),
                    () ->
                        CommittedText.check(
                            "api/%s.txt".formatted(module.artifact()),
                            ApiText.of(module),
                            getClass(),
                            "api.renew")));
  }
}
