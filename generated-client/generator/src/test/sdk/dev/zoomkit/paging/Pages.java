package dev.zoomkit.paging;

/** What the facade answers for a list. */
public interface Pages<T> extends Iterable<T> {}
