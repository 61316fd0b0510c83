/** Tests of drift and drafts, on a small description. */
@NullMarked
package dev.zoomkit.spec.drift;

import org.jspecify.annotations.NullMarked;
