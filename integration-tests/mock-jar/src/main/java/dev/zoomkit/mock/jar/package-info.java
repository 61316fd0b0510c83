/** The mock as a program. */
@NullMarked
package dev.zoomkit.mock.jar;

import org.jspecify.annotations.NullMarked;
