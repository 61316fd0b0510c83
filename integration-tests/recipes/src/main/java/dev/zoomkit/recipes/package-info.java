/** Programs for jobs that many have with Zoom, to run, read and copy from; one a class. */
@NullMarked
package dev.zoomkit.recipes;

import org.jspecify.annotations.NullMarked;
