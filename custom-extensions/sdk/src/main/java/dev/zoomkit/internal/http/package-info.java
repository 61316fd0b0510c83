/**
 * What all features know of a request and its response, and the interceptors that need no more than
 * that. Knows no feature. Not part of the public API: it may change in any release.
 */
@NullMarked
package dev.zoomkit.internal.http;

import org.jspecify.annotations.NullMarked;
