/** Users who authorise an app, and the tokens of it: the client against the mock. */
@NullMarked
package dev.zoomkit.grants;

import org.jspecify.annotations.NullMarked;
