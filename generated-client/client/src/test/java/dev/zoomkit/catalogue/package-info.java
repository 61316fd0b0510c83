/** The description's catalogue, held against what is generated. */
@NullMarked
package dev.zoomkit.catalogue;

import org.jspecify.annotations.NullMarked;
