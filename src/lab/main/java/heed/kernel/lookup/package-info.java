/**
 * What the kernel looks up while a reader writes or errs: classes that no import names, the
 * documentation of this library, files, and the cells of the notebook's own file.
 */
package heed.kernel.lookup;
