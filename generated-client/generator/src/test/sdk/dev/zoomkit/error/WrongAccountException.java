package dev.zoomkit.error;

public class WrongAccountException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
