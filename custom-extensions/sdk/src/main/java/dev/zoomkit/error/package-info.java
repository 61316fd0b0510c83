/**
 * What can go wrong with a call, as unchecked exceptions: one class for each decision that a caller
 * can make.
 */
@NullMarked
package dev.zoomkit.error;

import org.jspecify.annotations.NullMarked;
