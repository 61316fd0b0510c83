package dev.zoomkit.error;

public class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
