package dev.zoomkit.error;

public class BadRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
