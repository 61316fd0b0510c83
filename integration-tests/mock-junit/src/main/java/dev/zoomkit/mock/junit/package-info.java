/** A mock of Zoom for each JUnit test, by one annotation. */
@NullMarked
package dev.zoomkit.mock.junit;

import org.jspecify.annotations.NullMarked;
