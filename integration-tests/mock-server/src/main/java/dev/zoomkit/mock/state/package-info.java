/**
 * Carries out calls, alike for every operation: reads, writes, lists, filters, pages. The name of
 * an operation, a path or a property of one category belongs in {@code rules}; HTTP does not belong
 * here.
 */
@NullMarked
package dev.zoomkit.mock.state;

import org.jspecify.annotations.NullMarked;
