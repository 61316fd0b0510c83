/**
 * What generated models, builders and interfaces call. For generated code; not part of the public
 * API, it may change in any release.
 */
@NullMarked
package dev.zoomkit.runtime;

import org.jspecify.annotations.NullMarked;
