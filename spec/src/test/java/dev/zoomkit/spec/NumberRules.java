package dev.zoomkit.spec;

import dev.zoomkit.spec.Description.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rules about numbers, known by their names and by the unit that their descriptions tell. */
enum NumberRules implements HouseRule {
  /** What counts bytes or is an id has 64 bits; a size says what it counts. */
  INT64(NumberRules::int64),
  /** Money is no integer. */
  MONEY(NumberRules::money);

  private static final Pattern ID = Pattern.compile("ids?|.*_ids?|.*Ids?");
  private static final Pattern SIZE = Pattern.compile("(.*_)?(size|bytes|storage)");
  private static final Pattern BYTES = Pattern.compile("(?i)\\bbytes?\\b");
  private static final Pattern UNIT = Pattern.compile("(?i)\\b((kilo|mega|giga)?bytes?|pages?)\\b");
  private static final Pattern AMOUNT = Pattern.compile("(.*_)?(amount|price|balance)");

  private final Look look;

  NumberRules(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }

  /**
   * A property or parameter that is a number, or a list of numbers, but no enumeration.
   *
   * @param schema the schema of the number
   */
  private record NamedNumber(Spot at, String name, String text, Spot schema) {}

  private static void int64(Description description, Report report) {
    for (NamedNumber number : numbers(description)) {
      boolean bytes = BYTES.matcher(number.text).find();
      boolean wide = description.keyword(number.schema, "format").node().asText().equals("int64");
      if ((bytes || ID.matcher(number.name).matches()) && !wide) {
        report.add(number.at, "what counts bytes or is an id is an integer of format int64");
      }
      if (SIZE.matcher(number.name).matches() && !UNIT.matcher(number.text).find()) {
        report.add(number.at, "has to say what it counts: bytes, megabytes, entries of a page");
      }
    }
  }

  private static void money(Description description, Report report) {
    for (NamedNumber number : numbers(description)) {
      if (AMOUNT.matcher(number.name).matches() && description.isOf("integer", number.schema)) {
        report.add(number.at, "money is of type number");
      }
    }
  }

  private static List<NamedNumber> numbers(Description description) {
    List<NamedNumber> numbers = new ArrayList<>();
    for (Spot parameter : description.spots(Kind.PARAMETERS)) {
      String text = parameter.text("description");
      add(parameter, parameter.text("name"), text, parameter.at("schema"), description, numbers);
    }
    for (Spot schema : description.spots(Kind.SCHEMAS)) {
      for (Spot property : schema.at("properties").children()) {
        String text = description.keyword(property, "description").node().asText();
        add(property, property.key(), text, property, description, numbers);
      }
    }
    return numbers;
  }

  private static void add(
      Spot at,
      String name,
      String text,
      Spot schema,
      Description description,
      List<NamedNumber> numbers) {
    Spot items = description.keyword(schema, "items");
    Spot number = items.exists() ? items : schema;
    boolean plain = description.isOf("integer", number) || description.isOf("number", number);
    if (plain && !description.keyword(number, "enum").exists()) {
      numbers.add(new NamedNumber(at, name, text, number));
    }
  }
}
