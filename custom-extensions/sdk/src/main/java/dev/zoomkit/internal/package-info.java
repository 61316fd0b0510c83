/**
 * Puts facade, Retrofit, OkHttp and the features together, and holds nothing else. Not part of the
 * public API: it may change in any release.
 */
@NullMarked
package dev.zoomkit.internal;

import org.jspecify.annotations.NullMarked;
