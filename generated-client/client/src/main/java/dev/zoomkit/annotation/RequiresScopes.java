package dev.zoomkit.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scopes a token needs for the operation, by the account it is called on. Source: {@code
 * x-zoom-scopes}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresScopes {

  /**
   * For a sub-account, through {@code /accounts/{accountId}}; of a path without an account, for the
   * master account. Empty where the operation exists for the caller's own account only.
   */
  ScopeSet master() default @ScopeSet;

  /** For the caller's own account; empty where nothing is known of scopes for there. */
  ScopeSet own() default @ScopeSet;
}
