/** Keeping to Zoom's rate limits before Zoom has to refuse. */
@NullMarked
package dev.zoomkit.rate;

import org.jspecify.annotations.NullMarked;
