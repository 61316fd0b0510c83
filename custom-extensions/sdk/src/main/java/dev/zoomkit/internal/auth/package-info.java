/**
 * Keeps an access token alive and puts it on requests. Not part of the public API: it may change in
 * any release.
 */
@NullMarked
package dev.zoomkit.internal.auth;

import org.jspecify.annotations.NullMarked;
