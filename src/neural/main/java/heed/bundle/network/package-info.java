/** Networks in bundles. Uses models, layers and the core's bundles. */
package heed.bundle.network;
