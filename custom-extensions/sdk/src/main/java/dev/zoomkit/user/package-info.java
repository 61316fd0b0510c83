/** How a call names a user, and which kind of app may name users how. */
@NullMarked
package dev.zoomkit.user;

import org.jspecify.annotations.NullMarked;
