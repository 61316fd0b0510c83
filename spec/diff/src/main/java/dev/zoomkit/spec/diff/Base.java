package dev.zoomkit.spec.diff;

import dev.zoomkit.spec.reader.ApiDescription;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ours is compared with.
 *
 * @param name what a person calls it
 * @param description its description
 * @param generated jars that have its generated classes; empty where they are to be made
 * @param sources all its sources; null where they are not to be had
 * @param unseen what a comparison with it does not see, a sentence each
 */
record Base(
    String name,
    ApiDescription description,
    List<Path> generated,
    @Nullable Path sources,
    List<String> unseen) {}
