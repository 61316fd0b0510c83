package dev.zoomkit.spec;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules about parameters. */
enum ParameterRules implements HouseRule {
  /** The parameters in the path are those of the path, required, and none stands twice. */
  PATH_PARAMETERS(ParameterRules::pathParameters),
  /**
   * {@code x-zoom-param} and {@code x-zoom-accepts-me} agree with the parameter's name and type.
   */
  PARAM_MARK(ParameterRules::paramMark),
  /** A list in the query is comma-separated. */
  QUERY_LIST(ParameterRules::queryList),
  /** A parameter that has to be given has an example. */
  PARAMETER_EXAMPLE(ParameterRules::parameterExample),
  /** A parameter is a value in the path or in the query, or a list in the query. */
  PARAMETER_PLACE(ParameterRules::parameterPlace);

  private static final Pattern SLOT = Pattern.compile("\\{([^}]*)}");

  private final Look look;

  ParameterRules(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }

  private static void pathParameters(Description description, Report report) {
    for (Operation operation : description.operations()) {
      Set<String> slots = new TreeSet<>();
      Matcher matcher = SLOT.matcher(operation.path());
      while (matcher.find()) {
        slots.add(matcher.group(1));
      }
      Set<String> declared = new TreeSet<>();
      Set<String> seen = new HashSet<>();
      for (Spot parameter : operation.parameters()) {
        String name = parameter.text("name");
        if (parameter.text("in").equals("path")) {
          declared.add(name);
        }
        if (parameter.exists()
            && !parameter.isGap()
            && !seen.add(parameter.text("in") + " " + name)) {
          report.add(operation.spot(), "parameter " + name + " stands twice");
        }
      }
      if (operation.hasWholeParameters() && !declared.equals(slots)) {
        report.add(operation.spot(), "the path has " + slots + ", the parameters " + declared);
      }
    }
    for (Spot parameter : description.spots(Description.Kind.PARAMETERS)) {
      if (parameter.text("in").equals("path") && !parameter.node().path("required").asBoolean()) {
        report.add(parameter, "what stands in the path is required");
      }
    }
  }

  private static void paramMark(Description description, Report report) {
    for (Spot parameter : description.spots(Description.Kind.PARAMETERS)) {
      String name = parameter.text("name");
      String mark = parameter.text("x-zoom-param");
      boolean inPath = parameter.text("in").equals("path");
      if (inPath && name.equals("accountId") != mark.equals("account")) {
        report.add(
            parameter, "x-zoom-param: account belongs to accountId, and the other way round");
      }
      if (inPath && name.equals("userId") && !mark.equals("user")) {
        report.add(parameter, "x-zoom-param of userId is user");
      }
      if (!mark.isEmpty() && !description.mayBeOf("string", parameter.at("schema"))) {
        report.add(parameter, "x-zoom-param: " + mark + " needs the type string");
      }
      if (!inPath && Set.of("account", "user-id", "uuid").contains(mark)) {
        report.add(parameter, "x-zoom-param: " + mark + " is for the path");
      }
      if (parameter.has("x-zoom-accepts-me") && !Set.of("account", "user").contains(mark)) {
        report.add(parameter, "x-zoom-accepts-me is for accounts and users");
      }
    }
  }

  private static void queryList(Description description, Report report) {
    for (Spot parameter : description.spots(Description.Kind.PARAMETERS)) {
      boolean list = description.isOf("array", parameter.at("schema"));
      boolean commas =
          parameter.text("style").equals("form") && parameter.text("explode").equals("false");
      if (list && !commas) {
        report.add(parameter, "a list needs style: form, explode: false");
      }
    }
  }

  private static void parameterPlace(Description description, Report report) {
    for (Spot parameter : description.spots(Description.Kind.PARAMETERS)) {
      String place = parameter.text("in");
      Spot schema = parameter.at("schema");
      if (parameter.isReference()) {
        continue;
      }
      if (!Set.of("path", "query").contains(place)) {
        report.add(parameter, "stands in the path or in the query, and not in the " + place);
      }
      if (description.isOf("object", schema)) {
        report.add(parameter, "is an object; make each of its properties a parameter");
      }
      if (place.equals("path") && description.isOf("array", schema)) {
        report.add(parameter, "is a list in the path; make it a string");
      }
      boolean styled = parameter.has("style") && !parameter.text("style").equals("form");
      if (styled && !description.isOf("array", schema)) {
        report.add(parameter, "no style but form is known");
      }
    }
  }

  private static void parameterExample(Description description, Report report) {
    for (Spot parameter : description.spots(Description.Kind.PARAMETERS)) {
      if (parameter.node().path("required").asBoolean() && !parameter.has("example")) {
        report.add(parameter, "a required parameter needs an example");
      }
    }
  }
}
