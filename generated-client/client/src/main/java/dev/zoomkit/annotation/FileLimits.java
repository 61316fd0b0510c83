package dev.zoomkit.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What Zoom takes as the file of an upload. Source: {@code x-zoom-file}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface FileLimits {

  /** The largest size, in megabytes. */
  int maxMegabytes();

  /** The media types, such as {@code image/png}. */
  String[] types();
}
