package dev.zoomkit.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A limit that a call counts against besides that of its label: so many calls in a period, by the
 * account's plan. Source: {@code x-zoom-limits}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface CallLimit {

  /** How many calls a free account may make in the period. */
  int free();

  /** How many calls an account of the Pro plan may make in the period. */
  int pro();

  /** How many calls an account of the Business plan or a higher one may make in the period. */
  int business();

  /** An ISO duration. {@code P1D} is a day that begins at 00:00 UTC. */
  String period();

  /**
   * What is counted apart: path parameters, and fields of the body as {@code body.email}; a path
   * through a list means each of its items. Several together make one name. Empty where the calls
   * of the account count together.
   */
  String[] by() default {};

  /** What operations that count together have in common; empty where one counts for itself. */
  String pool() default "";
}
