/** Shows of each rule that it is found and what it breaks. */
@NullMarked
package dev.zoomkit.spec.diff;

import org.jspecify.annotations.NullMarked;
