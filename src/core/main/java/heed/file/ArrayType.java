package heed.file;

/** What the numbers of an {@link ArrayFile} are, by the names that safetensors gives them. */
public enum ArrayType {
  /** Bytes, such as those of texts in UTF-8. */
  U8(1),
  /** 32-bit whole numbers. */
  I32(Integer.BYTES),
  /** 32-bit whole numbers from 0 on. */
  U32(Integer.BYTES),
  /** 64-bit whole numbers. */
  I64(Long.BYTES);

  private final int bytes;

  ArrayType(int bytes) {
    this.bytes = bytes;
  }

  /** How many bytes one takes. */
  public int bytes() {
    return bytes;
  }
}
