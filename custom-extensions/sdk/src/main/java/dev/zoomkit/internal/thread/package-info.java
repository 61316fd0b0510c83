/** Threads for blocking calls. Not part of the public API: it may change in any release. */
@NullMarked
package dev.zoomkit.internal.thread;

import org.jspecify.annotations.NullMarked;
