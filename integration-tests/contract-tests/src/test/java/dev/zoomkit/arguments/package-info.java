/** What the public methods say to arguments that do not do. */
@NullMarked
package dev.zoomkit.arguments;

import org.jspecify.annotations.NullMarked;
