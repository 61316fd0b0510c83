/** What the published jars show to everybody who uses them. */
@NullMarked
package dev.zoomkit.published;

import org.jspecify.annotations.NullMarked;
