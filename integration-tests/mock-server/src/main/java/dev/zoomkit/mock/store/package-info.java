/**
 * What exists: the accounts and what they hold, how a call finds it, and what there is at the
 * start. Nothing here changes it in the name of a call; that is for {@code state} and {@code
 * rules}.
 */
@NullMarked
package dev.zoomkit.mock.store;

import org.jspecify.annotations.NullMarked;
