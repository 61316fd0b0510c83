package dev.zoomkit.internal.http;

import okhttp3.Headers;
import okhttp3.ResponseBody;

/**
 * A response whose body is a file, not yet read.
 *
 * @param status 206 where the file begins later than at its first byte, else another of success
 * @param headers which may name the file
 * @param body to be closed by whoever reads it
 * @param endShows whether a body that breaks off differs from one that ends; false where it ends
 *     with its connection
 */
public record FileResponse(int status, Headers headers, ResponseBody body, boolean endShows) {}
