package dev.zoomkit.spec;

import dev.zoomkit.spec.Description.Kind;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rules about values that are not for everybody's eyes. */
enum PrivacyRules implements HouseRule {
  /**
   * What lets somebody in says so in {@code x-zoom-secret}, and what has the name of such a value
   * says whether it does. Rules about secrets, which are no text and no number, need not.
   */
  SECRET(PrivacyRules::secret),
  /**
   * What tells of a person says so in {@code x-zoom-personal}, and what has the name or the format
   * of such a value, or is the id beside a person's address, says whether it does. A secret need
   * not.
   */
  PERSONAL(PrivacyRules::personal);

  private static final String SECRET_MARK = "x-zoom-secret";
  private static final Pattern LOOKS_SECRET =
      Pattern.compile(
          ".*(password|passwd|passcode|secret|credential).*|(.*_)?(token|zak|pin|pin_code|signature)"
              + "|.*_key|.*(start|join|download|play|share|invite|meeting)_url",
          Pattern.CASE_INSENSITIVE);

  /** The position in a list, which opens nothing. */
  private static final String PAGE_TOKEN = "next_page_token";

  private static final String PERSONAL_MARK = "x-zoom-personal";
  private static final Pattern LOOKS_PERSONAL =
      Pattern.compile(
          "(.*_)?(e?mails?|email_address(es)?|phone|phone_numbers?|caller_id|pronouns|sip_uri)"
              + "|(.*_)?ip(_address(es)?(_or_ranges)?)?|(call|call_in|signaled)_number|voice_mail"
              + "|(.*_)?(first|last|user|display|host|contact|invitee|participant|name_tag)_name"
              + "|(device|pc|room)_name|mac_addr|harddisk_id|location"
              + "|(.*_)?(user|host|owner|registrant|participant|panelist|assistant|scheduler|member)"
              + "_?(id|ids|uuid)"
              + "|address|apt|zip|city|state|company|org|dept|department|job_title|manager|cost_center"
              + "|birth.*|.*birthday|gender|pic_(url|file)|linkedin_url|vanity_(name|url)|jid|pmi"
              + "|employee_unique_id|topic|agenda|comments?|answer|about_me",
          Pattern.CASE_INSENSITIVE);

  /** What only a person has: an id beside it is that person's. */
  private static final Set<String> OF_A_PERSON = Set.of("email", "first_name");

  private final Look look;

  PrivacyRules(Look look) {
    this.look = look;
  }

  @Override
  public Look look() {
    return look;
  }

  private static void secret(Description description, Report report) {
    Marks secrets = new Marks(description, SECRET_MARK, "a secret", report);
    secrets.check(
        value -> isScalar(description, value),
        "texts and numbers",
        (name, value) ->
            LOOKS_SECRET.matcher(name).matches() && !name.equals(PAGE_TOKEN)
                || value.text("format").equals("password"));
  }

  private static void personal(Description description, Report report) {
    Set<Spot> ids = idsOfPersons(description);
    Marks marks = new Marks(description, PERSONAL_MARK, "personal data", report);
    marks.check(
        value -> isScalar(description, value) || isScalar(description, value.at("items")),
        "texts, numbers and lists of them",
        (name, value) ->
            !isSecret(value)
                && (LOOKS_PERSONAL.matcher(name).matches()
                    || value.text("format").equals("email")
                    || ids.contains(value)));
    for (Spot schema : description.spots(Kind.SCHEMAS)) {
      if (isSecret(schema) && schema.has(PERSONAL_MARK)) {
        report.add(schema.at(PERSONAL_MARK), "is a secret, which says more; leave it out");
      }
    }
  }

  private static boolean isSecret(Spot value) {
    return value.at(SECRET_MARK).node().asBoolean();
  }

  private static Set<Spot> idsOfPersons(Description description) {
    Set<Spot> ids = new HashSet<>();
    for (Spot schema : description.spots(Kind.SCHEMAS)) {
      Map<String, Spot> members =
          schema.isWholeFile() ? description.members(schema) : Map.<String, Spot>of();
      if (members.containsKey("id") && OF_A_PERSON.stream().anyMatch(members::containsKey)) {
        ids.add(members.get("id"));
      }
    }
    return ids;
  }

  private static boolean isScalar(Description description, Spot value) {
    return (description.isOf("string", value)
            || description.isOf("integer", value)
            || description.isOf("number", value))
        && !description.keyword(value, "enum").exists();
  }

  /** What a value looks like, by its name and its schema. */
  @FunctionalInterface
  private interface Looks {
    boolean like(String name, Spot value);
  }

  /** One mark, wherever it stands or has to. */
  private record Marks(Description description, String key, String what, Report report) {

    void check(Predicate<Spot> fits, String whatFits, Looks looks) {
      for (Spot parameter : description.spots(Kind.PARAMETERS)) {
        check(parameter.text("name"), parameter.at("schema"), fits, whatFits, looks);
      }
      for (Spot schema : description.spots(Kind.SCHEMAS)) {
        int depth = schema.path().size();
        boolean property = depth > 1 && schema.path().get(depth - 2).equals("properties");
        boolean ofParameter = schema.key().equals("schema");
        if (property) {
          check(schema.key(), schema, fits, whatFits, looks);
        } else if (schema.has(key) && !ofParameter) {
          report.add(schema.at(key), "is for properties and parameters");
        }
      }
    }

    private void check(
        String name, Spot value, Predicate<Spot> fits, String whatFits, Looks looks) {
      Spot mark = value.at(key);
      boolean suspicious = looks.like(name, value);
      if (fits.test(value) && suspicious && !mark.exists()) {
        report.add(value, "looks like " + what + "; say " + key + ": true, or false");
      } else if (mark.exists() && !fits.test(value) && !description.gap(value).exists()) {
        report.add(mark, "is for " + whatFits);
      } else if (mark.exists() && !mark.node().asBoolean() && !suspicious) {
        report.add(mark, "does not look like " + what + "; leave it out");
      }
    }
  }
}
