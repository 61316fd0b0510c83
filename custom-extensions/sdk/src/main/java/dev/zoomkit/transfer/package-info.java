/** Files that go to Zoom and come from it. */
@NullMarked
package dev.zoomkit.transfer;

import org.jspecify.annotations.NullMarked;
