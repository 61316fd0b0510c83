/**
 * What the rooms above say to each other: a checked call, a response, an error that the description
 * documents. Nothing here finds or changes anything.
 */
@NullMarked
package dev.zoomkit.mock.call;

import org.jspecify.annotations.NullMarked;
