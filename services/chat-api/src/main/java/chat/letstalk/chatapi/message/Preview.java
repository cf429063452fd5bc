package chat.letstalk.chatapi.message;

/**
 * What a message shows beside what was said, once a worker has made it: at most one of each kind.
 */
public sealed interface Preview permits LinkPreview, ImagePreview {}
