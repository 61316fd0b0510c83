package dev.zoomkit.value;

import dev.zoomkit.runtime.Arguments;
import java.util.List;
import java.util.Map;

/**
 * A value in a response whose type is not the described one. What it says of itself leaves out the
 * value, which may be a secret.
 *
 * @param path where it stands, such as {@code $.users[3].last_login_time}
 * @param expected what the description has there, in words, such as {@code a date and time}
 * @param value text, a number, a boolean, or a list or a map of such
 */
public record UnexpectedValue(String path, String expected, Object value) {

  /** Refuses null. */
  public UnexpectedValue {
    Arguments.require("UnexpectedValue", "path", path);
    Arguments.require("UnexpectedValue", "expected", expected);
    Arguments.require("UnexpectedValue", "value", value);
  }

  /** What stands there, in words: text, a number, a boolean, a list or an object. */
  public String found() {
    if (value instanceof String) {
      return "text";
    } else if (value instanceof Number) {
      return "a number";
    } else if (value instanceof List) {
      return "a list";
    }
    return value instanceof Map ? "an object" : "a boolean";
  }

  /** Without the value, such as {@code $.count: expected a whole number, found text}. */
  @Override
  public String toString() {
    return path + ": expected " + expected + ", found " + found();
  }
}
