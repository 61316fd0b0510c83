package dev.zoomkit.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The operation covers a span of days. Source: {@code x-zoom-date-window}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface DateWindow {

  /** The query parameter that starts the span; the day it names is included. */
  String from();

  /** The query parameter that ends the span; the day it names is included. */
  String to();

  /** The longest span of one request, in days; 0 where Zoom states none. */
  int maxDays() default 0;

  /** How far back the span may reach, in months before today; 0 where Zoom states nothing. */
  int pastMonths() default 0;

  /** The query parameter that names the time zone of the days; empty where there is none. */
  String zone() default "";
}
