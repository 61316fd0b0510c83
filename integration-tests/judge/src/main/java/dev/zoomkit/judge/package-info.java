/** A judge from outside: Specmatic, which knows the description and nothing of this project. */
@NullMarked
package dev.zoomkit.judge;

import org.jspecify.annotations.NullMarked;
