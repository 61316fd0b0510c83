package dev.zoomkit.mock.call;

import java.util.Locale;
import java.util.regex.Pattern;

/** MAC addresses, which are written with colons, with hyphens or without either. */
public final class MacAddress {
  /** The property that has one. */
  public static final String NAME = "mac_address";

  /** The path parameter that is one. */
  public static final String PARAMETER = "macAddress";

  /** What errors say where a text is none. */
  public static final Pattern NONE = Pattern.compile("stands for the MAC address is none");

  private static final Pattern IS_ONE = Pattern.compile("[0-9A-Fa-f]{2}([:-]?[0-9A-Fa-f]{2}){5}");

  private MacAddress() {}

  public static boolean isOne(String text) {
    return IS_ONE.matcher(text).matches();
  }

  /** The same for all ways in which an address is written: its digits, in lower case. */
  public static String digits(String address) {
    return address.replaceAll("[:-]", "").toLowerCase(Locale.ROOT);
  }

  /** The message to whoever sends something else. */
  public static String refusal(String text) {
    return "What stands for the MAC address is \"" + text + "\".";
  }
}
