package heed.file;

/**
 * Records that a package adds to what files may hold. {@link java.util.ServiceLoader} finds those
 * of a jar by {@code META-INF/services/heed.file.RecordKinds}, so that what a file names is made
 * only if a jar on the class path said that it may be.
 */
public interface RecordKinds {

  /** Knows the records of this package, and no others. */
  RecordCodec codec();
}
