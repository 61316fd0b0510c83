/**
 * The wiring between the facade, Retrofit and the features. Not part of the public API: it may
 * change in any release.
 */
@NullMarked
package dev.zoomkit.internal;

import org.jspecify.annotations.NullMarked;
