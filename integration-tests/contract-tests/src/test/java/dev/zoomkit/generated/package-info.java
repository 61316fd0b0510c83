/** Requests that nobody wrote: generated from the description, and judged by it. */
@NullMarked
package dev.zoomkit.generated;

import org.jspecify.annotations.NullMarked;
