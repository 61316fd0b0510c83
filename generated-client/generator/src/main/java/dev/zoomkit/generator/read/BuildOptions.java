package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.ReservedNames;
import dev.zoomkit.generator.java.TypeMappings;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a build asks for.
 *
 * @param reserved the names that no class can have
 * @param typesNotMapped openapi-generator's names of types that have no meaning here, such as array
 * @param apis the tags to generate, as their classes are named; empty for all
 * @param models the schemas to generate; empty for all that the operations need
 * @param classOfTag the class that is written for a tag, by the tag's name in Java
 * @param accountMethods the methods that an account has besides those that lead to its tags
 * @param published the schemas whose classes the published client has
 */
public record BuildOptions(
    String modelPackage,
    TypeMappings mappings,
    ReservedNames reserved,
    Set<String> typesNotMapped,
    Set<String> apis,
    Set<String> models,
    UnaryOperator<String> classOfTag,
    Set<String> accountMethods,
    Set<String> published) {

  boolean takesTag(String tag) {
    return apis.isEmpty() || apis.contains(tag);
  }
}
