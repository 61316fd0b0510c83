/** Lists that come in pages, walked without a thought for the pages. */
@NullMarked
package dev.zoomkit.paging;

import org.jspecify.annotations.NullMarked;
