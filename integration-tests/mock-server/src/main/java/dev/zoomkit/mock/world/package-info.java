/**
 * Accounts with people, meetings and webinars as a company might have them: how many the caller
 * says, everything else is drawn from a seed. They come into being by the calls that anybody makes.
 */
@NullMarked
package dev.zoomkit.mock.world;

import org.jspecify.annotations.NullMarked;
