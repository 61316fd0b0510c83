/** What requests and responses hold, generated from the description. All are immutable. */
@NullMarked
package dev.zoomkit.model;

import org.jspecify.annotations.NullMarked;
