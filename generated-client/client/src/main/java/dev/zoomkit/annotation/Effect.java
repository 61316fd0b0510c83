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

  /** What it does to the data at Zoom. */
  Kind value();

  /** Whom Zoom mails or rings because of it, and when; empty if nobody is known. */
  String notifies() default "";

  /** What a call does to the data at Zoom. */
  enum Kind {
    /** Nothing is changed. */
    READ,
    /** Creates or changes something; later calls can change it again. */
    WRITE,
    /** Deletes or ends something that no other call can restore. */
    DESTROY
  }
}
