package chat.letstalk.bench.people;

import java.util.List;

/**
 * A chat of two.
 *
 * @param id the chat
 * @param members both of them
 */
public record Chat(String id, List<Person> members) {}
