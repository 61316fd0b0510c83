/**
 * Takes a permit for each attempt, and learns from the headers. Not part of the public API: it may
 * change in any release. The only package that touches bucket4j; none of its classes is loaded
 * while the limits are off.
 */
@NullMarked
package dev.zoomkit.internal.rate;

import org.jspecify.annotations.NullMarked;
