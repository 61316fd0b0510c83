/**
 * Zoom's operations as Retrofit interfaces, generated from the description. The classes of optional
 * values are immutable; their builders are not thread-safe.
 */
@NullMarked
package dev.zoomkit.api;

import org.jspecify.annotations.NullMarked;
