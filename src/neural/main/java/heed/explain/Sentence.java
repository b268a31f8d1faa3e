package heed.explain;

/** A result that is read as a sentence: its {@code toString} says it, with its numbers. */
public interface Sentence {}
