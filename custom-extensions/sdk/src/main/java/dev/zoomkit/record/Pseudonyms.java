package dev.zoomkit.record;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Other values in the place of what nobody may see: of the same kind, and always the same one for
 * the same value. They follow from a key that is kept nowhere. Thread-safe.
 */
final class Pseudonyms {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

  /** Longer ones are texts, links, or numbers of no kind that is told apart. */
  private static final int LONGEST_OF_A_KIND = 64;

  private static final Pattern LIST_PART = Pattern.compile("[^\\s,;]+");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern LINK = Pattern.compile("([a-z][a-z0-9+.-]*://).*", Pattern.DOTALL);
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*");
  private static final Pattern IP4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IP6 = Pattern.compile("(?i)(?=.*:.*:)[0-9a-f:]{2,39}");
  private static final Pattern MAC = Pattern.compile("(?i)([0-9a-f]{2}[:-]){5}[0-9a-f]{2}");
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");
  private static final Pattern NUMBER = Pattern.compile("[-+(]?\\d[\\d\\s().+-]*");

  /** Where times begin, which last as many days. */
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

  private static final int DAYS = 30 * 365;

  private final SecretKeySpec key;

  private Pseudonyms(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Those of a recording. */
  static Pseudonyms ofNewKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return new Pseudonyms(key);
  }

  /** Another text of the same kind; a blank one as it is. */
  String of(String value) {
    if (value.isBlank()) {
      return value;
    } else if (isList(value)) {
      return LIST_PART.matcher(value).replaceAll(part -> one(part.group()));
    }
    return one(value);
  }

  /** Whether it has several parts between commas or semicolons, and no sentences. */
  private static boolean isList(String value) {
    String[] parts = value.split("[,;]");
    return parts.length > 1
        && Arrays.stream(parts)
            .map(String::strip)
            .noneMatch(part -> part.isEmpty() || part.chars().anyMatch(Character::isWhitespace));
  }

  private String one(String value) {
    if (EMAIL.matcher(value).matches()) {
      return "user-" + new Hash(value.toLowerCase(Locale.ROOT)).letters(10) + "@example.com";
    }
    Matcher link = LINK.matcher(value);
    if (link.matches()) {
      return link.group(1) + "example.com/" + new Hash(value).letters(20);
    }
    String other = value.length() > LONGEST_OF_A_KIND ? null : ofKind(value);
    if (other != null) {
      return other;
    }
    return NUMBER.matcher(value).matches()
        ? ofNumber(value)
        : new Hash(value).letters(Math.max(8, Math.min(value.length(), 16)));
  }

  /** Null where it is of none. */
  private @Nullable String ofKind(String value) {
    Hash hash = new Hash(value.toLowerCase(Locale.ROOT));
    if (DATE.matcher(value).matches()) {
      return LocalDate.EPOCH.plusDays(hash.number(DAYS)).toString();
    } else if (TIME.matcher(value).matches()) {
      return FIRST.plusSeconds(hash.number(DAYS) * 86_400L + hash.number(86_400)).toString();
    } else if (IP4.matcher(value).matches()) {
      return "10." + hash.octet(0) + "." + hash.octet(1) + "." + hash.octet(2);
    } else if (MAC.matcher(value).matches()) {
      return "02:" + hash.hex(10).replaceAll("..(?!$)", "$0:");
    } else if (IP6.matcher(value).matches()) {
      return "2001:db8:" + hash.hex(24).replaceAll("....(?!$)", "$0:");
    } else if (UUID.matcher(value).matches()) {
      return hash.hex(32).replaceAll("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-");
    }
    return null;
  }

  /** Another number of as many digits in the same places, and not further from zero. */
  String ofNumber(String number) {
    Hash hash = new Hash(number.replaceAll("\\D", ""));
    StringBuilder other = new StringBuilder(number);
    boolean first = true;
    int digits = 0;
    for (int index = 0; index < other.length(); index++) {
      char digit = other.charAt(index);
      if (digit >= '0' && digit <= '9') {
        other.setCharAt(index, first ? hash.firstDigit(digit) : hash.digit(digits));
        first = false;
        digits++;
      }
    }
    return other.toString();
  }

  /** What follows from a value and the key. */
  private final class Hash {
    private final byte[] bytes;

    Hash(String value) {
      try {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(key);
        bytes = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    int octet(int index) {
      return bytes[index % bytes.length] & 0xff;
    }

    /** From 0 to below a bound. */
    int number(int bound) {
      return Math.floorMod(octet(0) << 24 | octet(1) << 16 | octet(2) << 8 | octet(3), bound);
    }

    char digit(int index) {
      return (char) ('0' + octet(index) % 10);
    }

    /** One that makes the number no larger, nor shorter. */
    char firstDigit(char digit) {
      return digit <= '1' ? digit : (char) ('1' + octet(0) % (digit - '1'));
    }

    String letters(int count) {
      StringBuilder letters = new StringBuilder();
      for (int index = 0; index < count; index++) {
        // A letter first, so that it is never taken for a number.
        letters.append(LETTERS.charAt(octet(index) % (index == 0 ? 26 : LETTERS.length())));
      }
      return letters.toString();
    }

    String hex(int count) {
      StringBuilder hex = new StringBuilder();
      for (int index = 0; hex.length() < count; index++) {
        hex.append("%02x".formatted(octet(index)));
      }
      return hex.toString();
    }
  }
}
