/**
 * Files that are written whole or not at all, and how records become JSON and back. Uses the JDK
 * and Gson.
 */
package heed.file;
