package dev.zoomkit.paging;

public interface Windows<T> {}
