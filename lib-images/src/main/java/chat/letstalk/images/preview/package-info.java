/** Small pictures of large ones. */
package chat.letstalk.images.preview;
