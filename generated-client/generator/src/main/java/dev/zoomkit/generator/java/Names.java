package dev.zoomkit.generator.java;

import dev.zoomkit.spec.reader.JavaNames;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Java's names for the description's; the catalogue of the operations has the same. */
public final class Names {
  /** The methods without parameters that every object has. */
  public static final Set<String> METHODS_OF_OBJECT =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]*");
  private static final Pattern VALUE = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

  private Names() {}

  public static boolean isType(String name) {
    return TYPE.matcher(name).matches();
  }

  public static boolean isValue(String name) {
    return VALUE.matcher(name).matches() && !SourceVersion.isKeyword(name);
  }

  public static boolean isConstant(String name) {
    return CONSTANT.matcher(name).matches();
  }

  /** A class's name for a tag: {@code Tracking Field} is {@code TrackingField}. */
  public static String typeOfTag(String tag) {
    return JavaNames.typeOfTag(tag);
  }

  /** A value's name for one of the wire: {@code start_time} is {@code startTime}. */
  public static String value(String wireName) {
    return JavaNames.value(wireName);
  }

  /** A constant's name for a text: {@code in-meeting} is {@code IN_MEETING}. */
  public static String constant(String text) {
    return words(text).map(word -> word.toUpperCase(Locale.ROOT)).collect(Collectors.joining("_"));
  }

  public static String capitalized(String name) {
    return JavaNames.capitalized(name);
  }

  /** {@code TrackingField} becomes {@code trackingField}, and {@code UUID} becomes {@code uuid}. */
  public static String decapitalized(String name) {
    return JavaNames.decapitalized(name);
  }

  private static Stream<String> words(String text) {
    return Pattern.compile("[^A-Za-z0-9]+").splitAsStream(text).filter(word -> !word.isEmpty());
  }
}
