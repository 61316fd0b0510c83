package dev.zoomkit.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The path of the operation for the caller's own account, relative to the API base and with the
 * same path parameters. Absent where the operation exists only under {@code /accounts/{accountId}},
 * and where its path names no account anyway. Source: {@code x-zoom-own-path}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OwnPath {

  /** The path without a leading slash, such as {@code users/{userId}/webinars}. */
  String value();
}
