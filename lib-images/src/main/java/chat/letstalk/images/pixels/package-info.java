/** Pictures as pixels: decoding, turning, encoding, through {@code javax.imageio} plugins. */
package chat.letstalk.images.pixels;
