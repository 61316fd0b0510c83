package dev.zoomkit.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The path parameter names an account; {@code me} is the caller's own. Source: {@code x-zoom-param:
 * account}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface AccountPath {

  /** Whether Zoom documents {@code me} for this operation. */
  boolean acceptsMe() default false;
}
