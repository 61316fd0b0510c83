/**
 * The description's facts about operations and values, readable at run time through Retrofit's
 * {@code Invocation} tag. Annotations only: what follows from them is the business of the client
 * that sends the call.
 */
@NullMarked
package dev.zoomkit.annotation;

import org.jspecify.annotations.NullMarked;
