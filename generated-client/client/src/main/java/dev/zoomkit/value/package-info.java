/**
 * The kinds of value that Zoom's models and parameters share, such as open enumerations, start
 * times and pages.
 */
@NullMarked
package dev.zoomkit.value;

import org.jspecify.annotations.NullMarked;
