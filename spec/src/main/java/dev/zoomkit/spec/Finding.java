package dev.zoomkit.spec;

/**
 * Something wrong with the description, as one line for a person.
 *
 * @param file the source file to change, relative to the folder of {@code zoom.yaml}, with {@code
 *     /}
 * @param rule the name of the rule that is broken
 * @param what what is wrong, and where in the file
 */
public record Finding(String file, String rule, String what) implements Comparable<Finding> {

  @Override
  public int compareTo(Finding other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return file + ": " + rule + ": " + what;
  }
}
