/**
 * The description's facts about operations and values, readable at run time through Retrofit's
 * {@code Invocation} tag. They state facts only; acting on them is left to the client that sends
 * the call.
 */
@NullMarked
package dev.zoomkit.annotation;

import org.jspecify.annotations.NullMarked;
