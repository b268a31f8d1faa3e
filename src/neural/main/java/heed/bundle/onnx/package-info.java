/**
 * Networks as ONNX models, for runtimes that are not Java's. Uses models and their parameters; the
 * format is written by ourselves, which takes less than a library of it.
 */
package heed.bundle.onnx;
