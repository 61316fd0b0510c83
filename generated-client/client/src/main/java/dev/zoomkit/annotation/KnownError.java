package dev.zoomkit.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An error that the description knows for the operation. Source: {@code x-zoom-errors}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface KnownError {

  /**
   * The HTTP status; 200 where Zoom refuses with a success status and an error code in the body.
   */
  int status();

  /** Zoom's code in the body; 0 where it sends none. One code has many meanings. */
  int code() default 0;

  /** Whether it means that something the call names does not exist. */
  boolean absent() default false;

  /**
   * The kinds of what is not there, such as {@code user}, or {@code plan} where the account or the
   * host lacks one; several where the error does not say which. Empty where nothing is missing, or
   * the description does not say what.
   */
  String[] missing() default {};

  /** What it means for this operation. */
  String meaning();
}
