package dev.zoomkit.generator.java;

import java.util.List;
import java.util.Set;

/**
 * A value of a model, of a query or of a path.
 *
 * @param wireName its name in JSON or in the query
 * @param name its name in Java
 * @param timeZone the name in JSON of the property beside it that has its time zone; or null
 * @param docs the paragraphs of its Javadoc
 * @param limits what a value that is sent has to keep to, and what stands for an absent one; may be
 *     empty
 */
public record Property(
    String wireName,
    String name,
    JavaType type,
    Set<Trait> traits,
    String timeZone,
    List<String> docs,
    String limits) {

  /** What the description says about a value besides its type. */
  public enum Trait {
    REQUIRED,
    DEPRECATED,
    /** {@code toString()} hides it. */
    SECRET,
    /** No request sets it. */
    READ_ONLY
  }

  public boolean required() {
    return traits.contains(Trait.REQUIRED);
  }

  public boolean deprecated() {
    return traits.contains(Trait.DEPRECATED);
  }

  public boolean secret() {
    return traits.contains(Trait.SECRET);
  }

  public boolean readOnly() {
    return traits.contains(Trait.READ_ONLY);
  }

  /** Its documentation in one paragraph. */
  public String doc() {
    return (String.join(" ", docs) + " " + limits).strip();
  }
}
