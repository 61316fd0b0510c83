package dev.zoomkit.error;

public class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
