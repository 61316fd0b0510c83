/**
 * What the description cannot tell: by category, the effects of calls beyond the thing that they
 * name, and what is refused because of what exists. What can be derived for all operations belongs
 * in {@code state}.
 */
@NullMarked
package dev.zoomkit.mock.rules;

import org.jspecify.annotations.NullMarked;
