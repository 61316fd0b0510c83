/**
 * A stand-in for Zoom that runs inside your tests: it knows every operation of the description,
 * keeps state, checks each request and answers as Zoom would. Start at {@link
 * dev.zoomkit.mock.MockZoom}; the other public types are what it takes and gives.
 *
 * <p>For a reader of the source: a request comes in through {@code Server} and {@code Front};
 * {@code Router}, {@code Tokens} and {@code RequestCheck} make a {@code Call} of it or refuse it;
 * {@code Engine} carries it out. {@code Rules} refuses first what the description's error rows
 * forbid by what exists. {@code Layout} infers from the description where each operation's things
 * live, {@code Seeds} fills that from the description's examples, {@code Reads} and {@code Writes}
 * work on it, {@code Maker} and {@code Likeness} make answers out of schemas and examples. {@code
 * Behaviours} is the only room with names of operations' effects in it: a new operation needs
 * nothing here unless it does more than its path, method and schemas say.
 */
@NullMarked
package dev.zoomkit.mock;

import org.jspecify.annotations.NullMarked;
