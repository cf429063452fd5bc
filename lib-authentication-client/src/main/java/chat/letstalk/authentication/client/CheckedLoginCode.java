package chat.letstalk.authentication.client;

/**
 * What became of a login code that somebody entered.
 *
 * @param accepted whether it was right; it is used up then
 * @param email the address as authentication knows it: the account's identity
 */
public record CheckedLoginCode(boolean accepted, String email) {}
