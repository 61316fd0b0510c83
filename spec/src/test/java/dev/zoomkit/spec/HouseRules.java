package dev.zoomkit.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All rules of the description. */
final class HouseRules {
  private static final List<HouseRule> HOUSE_RULES =
      Stream.<HouseRule[]>of(
              FileRules.values(),
              OperationRules.values(),
              ErrorRules.values(),
              ParameterRules.values(),
              PagingRules.values(),
              SchemaRules.values(),
              CompositionRules.values(),
              NumberRules.values(),
              ExampleRules.values(),
              ExtensionRules.values(),
              PrivacyRules.values())
          .flatMap(Arrays::stream)
          .toList();

  private HouseRules() {}

  /** The names of all rules, the bundler's checks among them. */
  static List<String> titles() {
    return Stream.concat(Arrays.stream(Bundler.Check.values()), HOUSE_RULES.stream())
        .map(Rule::title)
        .toList();
  }

  /**
   * Everything that is wrong with a description, sorted, each thing once. What only follows from
   * files that do not fit together is not among it.
   */
  static List<String> findings(Description description) {
    List<Finding> findings = new ArrayList<>(description.bundle().findings());
    for (HouseRule rule : HOUSE_RULES) {
      rule.look().at(description, (file, what) -> findings.add(rule.finding(file, what)));
    }
    return findings.stream().sorted().distinct().map(Finding::toString).toList();
  }
}
