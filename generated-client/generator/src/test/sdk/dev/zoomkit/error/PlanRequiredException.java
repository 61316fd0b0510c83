package dev.zoomkit.error;

public class PlanRequiredException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
