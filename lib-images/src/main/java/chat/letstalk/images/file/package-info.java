/**
 * What is known of a picture without decoding it. The bytes are walked part by part, within limits,
 * and whatever does not add up is refused before anything is allocated for it.
 */
package chat.letstalk.images.file;
