package dev.zoomkit.error;

public class ErrorInBodyException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
