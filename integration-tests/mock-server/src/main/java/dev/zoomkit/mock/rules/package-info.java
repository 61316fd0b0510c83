/**
 * What the description cannot tell: by category, the effects of calls beyond the thing that they
 * name, and the refusals that depend on what exists. What can be derived for all operations belongs
 * in {@code state}.
 */
@NullMarked
package dev.zoomkit.mock.rules;

import org.jspecify.annotations.NullMarked;
