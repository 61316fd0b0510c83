/** Walks over long lists, over HTTP, while the way to Zoom fails and the lists change. */
@NullMarked
package dev.zoomkit.walks;

import org.jspecify.annotations.NullMarked;
