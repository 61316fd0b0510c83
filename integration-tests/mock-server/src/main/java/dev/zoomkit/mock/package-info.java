/**
 * A stand-in for Zoom that runs inside your tests: it knows every operation of the description,
 * keeps state, checks each request and responds as Zoom would. Start at {@link
 * dev.zoomkit.mock.MockZoom}; the other public types are what it takes and gives.
 *
 * <p>What a test touches belongs here, and nothing else does. The rooms below it, each of which
 * knows only those after it: {@code http} reads and checks requests, {@code realism} deviates from
 * the documentation where Zoom does, {@code state} carries out calls, {@code rules} has what the
 * description cannot tell, {@code store} is what exists, {@code model} infers where it lives;
 * {@code sampledata} makes values up, {@code call} is what the others speak of, and {@code
 * description} reads the OpenAPI description.
 */
@NullMarked
package dev.zoomkit.mock;

import org.jspecify.annotations.NullMarked;
