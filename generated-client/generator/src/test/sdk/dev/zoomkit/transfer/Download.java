package dev.zoomkit.transfer;

/** What the facade answers for a file. */
public interface Download {}
