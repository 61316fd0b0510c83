/** Lists that come in pages, read as if they were one list. */
@NullMarked
package dev.zoomkit.paging;

import org.jspecify.annotations.NullMarked;
