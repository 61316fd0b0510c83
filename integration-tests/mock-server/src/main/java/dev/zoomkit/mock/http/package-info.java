/**
 * From bytes to a call: the server, routing, tokens, and every check that needs nothing but the
 * request and its operation. What depends on what exists belongs in {@code state} or {@code rules},
 * what a test asks for in the package above.
 */
@NullMarked
package dev.zoomkit.mock.http;

import org.jspecify.annotations.NullMarked;
