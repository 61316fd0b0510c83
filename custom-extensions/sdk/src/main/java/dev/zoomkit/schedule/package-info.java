/** Series of meetings and webinars, as one value. */
@NullMarked
package dev.zoomkit.schedule;

import org.jspecify.annotations.NullMarked;
