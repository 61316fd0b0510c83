package dev.zoomkit.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What reads and writes the models of an interface that somebody has generated on their own. The
 * interfaces of this library have none.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface JsonModels {
  /** The generated class {@code ZoomJson}, which has a static method {@code factory()}. */
  Class<?> value();
}
