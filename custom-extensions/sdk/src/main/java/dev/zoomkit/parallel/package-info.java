/** Many calls at once: over all users, all sub-accounts, or whatever else there is much of. */
@NullMarked
package dev.zoomkit.parallel;

import org.jspecify.annotations.NullMarked;
