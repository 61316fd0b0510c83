/**
 * A stand-in for Zoom that runs inside your tests: it knows every operation of the description,
 * keeps state, checks each request and answers as Zoom would. Start at {@link
 * dev.zoomkit.mock.MockZoom}.
 */
@NullMarked
package dev.zoomkit.mock;

import org.jspecify.annotations.NullMarked;
