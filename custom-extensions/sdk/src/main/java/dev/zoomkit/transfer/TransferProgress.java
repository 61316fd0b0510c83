package dev.zoomkit.transfer;

import org.jspecify.annotations.Nullable;

/**
 * How far a file has come.
 *
 * @param bytes that have come or gone so far, from 0; what an earlier run saved counts
 * @param total the size of the file in bytes; null where it is unknown
 */
public record TransferProgress(long bytes, @Nullable Long total) {}
