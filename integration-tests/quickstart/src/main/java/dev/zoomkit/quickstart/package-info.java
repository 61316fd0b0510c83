/** zoomkit's main job as a program to read, run and copy from. */
@NullMarked
package dev.zoomkit.quickstart;

import org.jspecify.annotations.NullMarked;
