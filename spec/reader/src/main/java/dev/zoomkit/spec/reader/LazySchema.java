package dev.zoomkit.spec.reader;

import dev.zoomkit.spec.reader.ApiDescription.Found;
import org.jspecify.annotations.Nullable;

/** A schema within something else, which is not read before somebody asks for it. Thread-safe. */
final class LazySchema {
  private final ApiDescription description;
  private final Found outer;
  private final String[] names;
  private volatile @Nullable MergedSchema schema;

  LazySchema(ApiDescription description, Found outer, String... names) {
    this.description = description;
    this.outer = outer;
    this.names = names;
  }

  MergedSchema get() {
    MergedSchema known = schema;
    if (known == null) {
      known = description.schema(description.within(outer, names));
      schema = known;
    }
    return known;
  }
}
