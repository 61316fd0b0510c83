package dev.zoomkit.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The operation returns pages. Source: {@code x-zoom-paging}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Paged {

  /**
   * The JSON path of the list in the response, such as {@code webinars} or {@code
   * past_meetings.meetings}.
   */
  String items();

  /** The largest {@code page_size} that Zoom accepts; 0 if the operation takes no page size. */
  int maxPageSize() default 0;
}
