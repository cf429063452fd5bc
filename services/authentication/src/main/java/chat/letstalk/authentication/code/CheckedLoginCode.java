package chat.letstalk.authentication.code;

/**
 * What became of a try.
 *
 * @param accepted whether it was the right code, which is used up now
 * @param address whose it is
 */
public record CheckedLoginCode(boolean accepted, EmailAddress address) {}
