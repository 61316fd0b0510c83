/**
 * How generated adapters read and write JSON. For generated code; not part of the public API, it
 * may change in any release.
 */
@NullMarked
package dev.zoomkit.runtime.json;

import org.jspecify.annotations.NullMarked;
