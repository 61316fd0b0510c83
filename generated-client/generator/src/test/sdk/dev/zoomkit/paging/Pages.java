package dev.zoomkit.paging;

/** What the facade responses for a list. */
public interface Pages<T> extends Iterable<T> {}
