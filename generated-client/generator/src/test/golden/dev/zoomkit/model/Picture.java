package dev.zoomkit.model;

import dev.zoomkit.runtime.ToString;
import dev.zoomkit.runtime.Values;
import dev.zoomkit.value.Downloadable;
import dev.zoomkit.value.FileLink;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A picture. */
public final class Picture implements Downloadable {
  final @Nullable String id;
  final @Nullable WidgetKind fileType;
  final @Nullable Long fileSize;
  final @Nullable String downloadUrl;
  final Map<String, @Nullable Object> additionalProperties;

  Picture(Builder builder) {
    this.id = builder.id;
    this.fileType = builder.fileType;
    this.fileSize = builder.fileSize;
    this.downloadUrl = builder.downloadUrl;
    this.additionalProperties = Values.unknown(builder.additionalProperties);
  }

  /** An empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder with the values of this instance. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Its id. */
  public @Nullable String id() {
    return id;
  }

  /** Its kind. */
  public @Nullable WidgetKind fileType() {
    return fileType;
  }

  /** Its size. */
  public @Nullable Long fileSize() {
    return fileSize;
  }

  /** Where it is. */
  public @Nullable String downloadUrl() {
    return downloadUrl;
  }

  @Override
  public List<FileLink> fileLinks() {
    return List.of(
        new FileLink(
            this.downloadUrl,
            null,
            null,
            FileLink.firstText(this.fileType),
            FileLink.firstText(this.fileType),
            this.fileSize,
            null));
  }

  /**
   * The fields that the description lacks, and those whose value is of another type than described,
   * by name; empty if Zoom sent none. Immutable.
   */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Picture that
        && Objects.equals(this.id, that.id)
        && Objects.equals(this.fileType, that.fileType)
        && Objects.equals(this.fileSize, that.fileSize)
        && Objects.equals(this.downloadUrl, that.downloadUrl)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        this.id, this.fileType, this.fileSize, this.downloadUrl, this.additionalProperties);
  }

  /** The values by name; without absent ones, and with secrets blacked out. */
  @Override
  public String toString() {
    return new ToString("Picture")
        .add("id", this.id)
        .add("fileType", this.fileType)
        .add("fileSize", this.fileSize)
        .add("downloadUrl", this.downloadUrl)
        .addUnknown(this.additionalProperties)
        .toString();
  }

  /** Builds a {@link Picture}. Not thread-safe. */
  public static final class Builder {
    @Nullable String id;
    @Nullable WidgetKind fileType;
    @Nullable Long fileSize;
    @Nullable String downloadUrl;
    @Nullable Map<String, @Nullable Object> additionalProperties;

    Builder() {}

    private Builder(Picture from) {
      this.id = from.id;
      this.fileType = from.fileType;
      this.fileSize = from.fileSize;
      this.downloadUrl = from.downloadUrl;
      this.additionalProperties = Values.mutable(from.additionalProperties);
    }

    /** Its id. */
    public Builder id(@Nullable String id) {
      this.id = id;
      Values.dropRaw(additionalProperties, "id");
      return this;
    }

    /** Its kind. */
    public Builder fileType(@Nullable WidgetKind fileType) {
      this.fileType = fileType;
      Values.dropRaw(additionalProperties, "file_type");
      return this;
    }

    /** Its size. */
    public Builder fileSize(@Nullable Long fileSize) {
      this.fileSize = fileSize;
      Values.dropRaw(additionalProperties, "file_size");
      return this;
    }

    /** Where it is. */
    public Builder downloadUrl(@Nullable String downloadUrl) {
      this.downloadUrl = downloadUrl;
      Values.dropRaw(additionalProperties, "download_url");
      return this;
    }

    /**
     * Sets a field that the description lacks.
     *
     * @param value text, a number, a boolean, null, or a list or a map of such
     * @throws IllegalArgumentException if the value is of another type
     */
    public Builder additionalProperty(String name, @Nullable Object value) {
      this.additionalProperties = Values.withUnknown(additionalProperties, name, value);
      return this;
    }

    /** Builds it. */
    public Picture build() {
      return new Picture(this);
    }
  }
}
