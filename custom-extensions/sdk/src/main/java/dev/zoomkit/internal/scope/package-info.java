/**
 * Checks the scopes of the token before a call is sent. Not part of the public API: it may change
 * in any release.
 */
@NullMarked
package dev.zoomkit.internal.scope;

import org.jspecify.annotations.NullMarked;
