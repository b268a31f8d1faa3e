/** Files: written whole or not at all, and records in them by one codec. */
package heed.file;
