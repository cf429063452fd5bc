package chat.letstalk.chatapi.account;

import chat.letstalk.chatapi.outbox.PendingEvent;
import java.util.List;

/**
 * What becomes of an account.
 *
 * @param account as it shall be; its identity stays
 * @param events what follows from that
 */
public record AccountChange(Account account, List<PendingEvent> events) {}
