/** The list of every user in a file: written as it is made, and gone on with where it stopped. */
package heed.serve.batch;
