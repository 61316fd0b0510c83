/** The program as a person meets it, and the README's code. */
@NullMarked
package dev.zoomkit.quickstart;

import org.jspecify.annotations.NullMarked;
