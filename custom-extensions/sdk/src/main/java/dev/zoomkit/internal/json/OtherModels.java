package dev.zoomkit.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.zoomkit.annotation.JsonModels;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The models of the interfaces that somebody has generated on their own, as far as one of these
 * interfaces has been asked for. Thread-safe.
 */
public final class OtherModels implements JsonAdapter.Factory {
  private final Map<Class<?>, JsonAdapter.Factory> factories = new ConcurrentHashMap<>();

  /**
   * Knows the models of an interface from here on, where it says what reads them.
   *
   * @throws IllegalArgumentException if what it names has no factory that can be called
   */
  public void add(Class<?> api) {
    JsonModels models = api.getAnnotation(JsonModels.class);
    if (models == null || factories.containsKey(models.value())) {
      return;
    }
    try {
      Object factory = models.value().getMethod("factory").invoke(null);
      factories.put(models.value(), (JsonAdapter.Factory) factory);
    } catch (ReflectiveOperationException | ClassCastException | NullPointerException none) {
      throw new IllegalArgumentException(
          "%s names %s, which has no static method factory() that can be called from here."
              .formatted(api.getSimpleName(), models.value().getName()),
          none);
    }
  }

  @Override
  public @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    for (JsonAdapter.Factory factory : factories.values()) {
      JsonAdapter<?> adapter = factory.create(type, annotations, moshi);
      if (adapter != null) {
        return adapter;
      }
    }
    return null;
  }
}
