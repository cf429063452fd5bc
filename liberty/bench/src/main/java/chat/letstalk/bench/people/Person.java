package chat.letstalk.bench.people;

/**
 * Somebody who has signed in.
 *
 * @param id the account
 * @param token what the server believes it by
 */
public record Person(String id, String token) {}
