/** Reads and writes JSON bodies. Not part of the public API: it may change in any release. */
@NullMarked
package dev.zoomkit.internal.json;

import org.jspecify.annotations.NullMarked;
