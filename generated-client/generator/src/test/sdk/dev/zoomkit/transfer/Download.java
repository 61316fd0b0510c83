package dev.zoomkit.transfer;

/** What the facade responses for a file. */
public interface Download {}
