package dev.zoomkit.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The path parameter takes a number, or the UUID of one session. A UUID that starts with {@code /}
 * or contains {@code //} must reach Zoom encoded twice, any other once. Source: {@code
 * x-zoom-param: uuid}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface UuidPath {}
