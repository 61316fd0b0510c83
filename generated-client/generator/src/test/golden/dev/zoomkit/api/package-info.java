/** Zoom's operations as Retrofit interfaces, generated from the description. */
@NullMarked
package dev.zoomkit.api;

import org.jspecify.annotations.NullMarked;
