/** When a call is sent again, and how long it waits before. */
@NullMarked
package dev.zoomkit.retry;

import org.jspecify.annotations.NullMarked;
