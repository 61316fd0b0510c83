package dev.zoomkit.internal.http;

import java.util.Set;

/** The tag of a request that names the headers of the caller's own, which stay on Zoom's hosts. */
public record OwnHeaders(Set<String> names) {}
