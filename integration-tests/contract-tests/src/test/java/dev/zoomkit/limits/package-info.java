/** The SDK's rate limits held against the mock's, in time that passes only when all wait. */
@NullMarked
package dev.zoomkit.limits;

import org.jspecify.annotations.NullMarked;
