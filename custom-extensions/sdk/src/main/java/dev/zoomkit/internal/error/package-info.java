/**
 * Turns error responses into exceptions. Not part of the public API: it may change in any release.
 */
@NullMarked
package dev.zoomkit.internal.error;

import org.jspecify.annotations.NullMarked;
