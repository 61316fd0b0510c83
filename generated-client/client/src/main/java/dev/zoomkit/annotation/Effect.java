package dev.zoomkit.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a call of the operation does. Sources: {@code x-zoom-effect} and {@code x-zoom-notifies}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Effect {

  /** What it does to what Zoom keeps. */
  Kind value();

  /** Whom Zoom mails or rings because of it, and when; empty where nobody is known to be. */
  String notifies() default "";

  /** What a call does to what Zoom keeps. */
  enum Kind {
    /** Nothing. */
    READ,
    /** It changes what later calls can change again. */
    WRITE,
    /** It ends something that no call brings back as it was. */
    DESTROY
  }
}
