/** What becomes of a picture that somebody uploads. */
package chat.letstalk.images.upload;
