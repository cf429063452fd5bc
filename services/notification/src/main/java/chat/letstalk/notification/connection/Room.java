package chat.letstalk.notification.connection;

/**
 * How much more may wait for a client before it counts as too slow.
 *
 * @param records further records
 * @param length further characters
 */
public record Room(int records, int length) {}
