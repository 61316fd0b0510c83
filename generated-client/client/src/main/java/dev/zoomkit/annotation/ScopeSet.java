package dev.zoomkit.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Scopes any one of which suffices; classic and granular scopes are alternatives. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface ScopeSet {

  /** Scopes of apps with classic scopes, such as {@code webinar:read:admin}. */
  String[] classic() default {};

  /** Scopes of apps with granular scopes, such as {@code webinar:read:list_webinars:admin}. */
  String[] granular() default {};
}
