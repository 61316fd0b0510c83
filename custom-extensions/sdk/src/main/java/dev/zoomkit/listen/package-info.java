/** What a client does, told as it does it: for metrics, traces and logs. */
@NullMarked
package dev.zoomkit.listen;

import org.jspecify.annotations.NullMarked;
