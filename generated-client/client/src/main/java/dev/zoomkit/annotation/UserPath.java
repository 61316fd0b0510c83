package dev.zoomkit.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The path parameter names a user by id or e-mail address, or is {@code me}. Source: {@code
 * x-zoom-param: user} or {@code user-id}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface UserPath {

  /** Whether Zoom documents {@code me} for this operation. */
  boolean acceptsMe() default false;

  /** Whether Zoom takes the id of the user alone, and no e-mail address. */
  boolean idOnly() default false;
}
