package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.ReservedNames;
import dev.zoomkit.generator.java.TypeMappings;
import java.util.Set;

/**
 * What a build asks for.
 *
 * @param reserved the names that no class can have
 * @param typesNotMapped openapi-generator's names of types that have no meaning here, such as array
 * @param apis the tags to generate, as their classes are named; empty for all
 * @param models the schemas to generate; empty for all that the operations need
 * @param published the schemas whose classes the published client has
 */
public record BuildOptions(
    String modelPackage,
    TypeMappings mappings,
    ReservedNames reserved,
    Set<String> typesNotMapped,
    Set<String> apis,
    Set<String> models,
    Set<String> published) {

  boolean takesTag(String tag) {
    return apis.isEmpty() || apis.contains(tag);
  }
}
