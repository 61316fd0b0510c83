/** Zoom's operations for one account, generated from the description. */
@NullMarked
package dev.zoomkit.operations;

import org.jspecify.annotations.NullMarked;
