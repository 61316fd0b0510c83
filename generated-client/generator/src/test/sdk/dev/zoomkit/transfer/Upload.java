package dev.zoomkit.transfer;

import okhttp3.MultipartBody;

/** What the facade takes for a file. */
public interface Upload {
  MultipartBody.Part part(String name);
}
