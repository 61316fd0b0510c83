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

  /** For a sub-account, through {@code /accounts/{accountId}}. */
  ScopeSet master();

  /** For the caller's own account; empty where the operation does not exist there. */
  ScopeSet own() default @ScopeSet;
}
