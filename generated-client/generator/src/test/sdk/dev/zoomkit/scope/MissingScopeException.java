package dev.zoomkit.scope;

public class MissingScopeException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
