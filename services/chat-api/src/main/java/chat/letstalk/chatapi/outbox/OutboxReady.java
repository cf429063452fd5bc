package chat.letstalk.chatapi.outbox;

/** The store has been migrated, so that there is an outbox to publish. */
public record OutboxReady() {}
