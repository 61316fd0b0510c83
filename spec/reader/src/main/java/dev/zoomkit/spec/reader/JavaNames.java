package dev.zoomkit.spec.reader;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** The rules by which the generator makes names in Java of the description's. */
public final class JavaNames {
  /** The package of the interfaces, a tag each. */
  public static final String API_PACKAGE = "dev.zoomkit.api";

  /** The package of the facade's classes, a tag each. */
  public static final String FACADE_PACKAGE = "dev.zoomkit.operations";

  /** The package of the models, a schema each. */
  public static final String MODEL_PACKAGE = "dev.zoomkit.model";

  private static final Pattern NOT_IN_WORDS = Pattern.compile("[^A-Za-z0-9]+");

  private JavaNames() {}

  /** A class's name for a tag: {@code Tracking Field} is {@code TrackingField}. */
  public static String typeOfTag(String tag) {
    return words(tag)
        .map(word -> capitalized(word.substring(0, 1)) + lower(word.substring(1)))
        .collect(Collectors.joining());
  }

  /** The name of the interface that has a tag's operations. */
  public static String apiOfTag(String tag) {
    return typeOfTag(tag) + "Api";
  }

  /** The name of the method that leads to a tag's part of the facade. */
  public static String accessorOfTag(String tag) {
    return decapitalized(typeOfTag(tag));
  }

  /** A value's name for one of the wire: {@code start_time} is {@code startTime}. */
  public static String value(String wireName) {
    String joined = words(wireName).map(JavaNames::capitalized).collect(Collectors.joining());
    String name = decapitalized(joined);
    return SourceVersion.isKeyword(name) ? name + "_" : name;
  }

  /** The name with a capital at its start. */
  public static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** {@code TrackingField} becomes {@code trackingField}, and {@code UUID} becomes {@code uuid}. */
  public static String decapitalized(String name) {
    if (name.isEmpty() || name.equals(name.toUpperCase(Locale.ROOT))) {
      return lower(name);
    }
    return lower(name.substring(0, 1)) + name.substring(1);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Stream<String> words(String text) {
    return NOT_IN_WORDS.splitAsStream(text).filter(word -> !word.isEmpty());
  }
}
