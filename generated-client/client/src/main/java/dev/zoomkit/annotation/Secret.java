package dev.zoomkit.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whoever has the value can sign in, join, start or act with it. No {@code toString()}, message or
 * log shows it. Source: {@code x-zoom-secret}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER})
public @interface Secret {

  /** What is shown in place of a secret. */
  String BLACKED_OUT = "***";
}
