/** Who calls: credentials, the tokens they are exchanged for, and their refresh. */
@NullMarked
package dev.zoomkit.auth;

import org.jspecify.annotations.NullMarked;
