package chat.letstalk.bench.people;

import java.util.List;

/**
 * Somebody who looks at his chats.
 *
 * @param person who
 * @param chats all of his; he is the first member of each
 */
public record Reader(Person person, List<Chat> chats) {}
