package dev.zoomkit.error;

public class ForbiddenException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
