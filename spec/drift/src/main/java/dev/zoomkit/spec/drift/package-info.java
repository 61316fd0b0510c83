/**
 * Holds the description against the OpenAPI files that Zoom publishes: what they have and ours
 * lacks or states otherwise, the reverse, and drafts of what is new, in our own layout. For the
 * people who keep the description; not published.
 */
@NullMarked
package dev.zoomkit.spec.drift;

import org.jspecify.annotations.NullMarked;
