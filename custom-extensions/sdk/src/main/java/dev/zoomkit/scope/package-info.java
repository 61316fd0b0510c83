/** Whether the token's scopes allow a call, checked before anything is sent. */
@NullMarked
package dev.zoomkit.scope;

import org.jspecify.annotations.NullMarked;
