/**
 * How Zoom's real responses differ from its documentation: what is done to a request before it is
 * checked and to a response before it is sent, for those who ask for it. Found by the description
 * wherever it can tell the places; it knows calls and responses, and nothing of what exists.
 */
@NullMarked
package dev.zoomkit.mock.realism;

import org.jspecify.annotations.NullMarked;
