/**
 * What a request and its response say, read once for all features. Not part of the public API: it
 * may change in any release.
 */
@NullMarked
package dev.zoomkit.internal.http;

import org.jspecify.annotations.NullMarked;
