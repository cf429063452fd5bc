package chat.letstalk.chatapi.chat;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import java.time.Instant;

/**
 * A chat as one of its two members sees it in the list of chats.
 *
 * @param other the other member
 * @param unreadCount messages of others after the member's read mark
 * @param lastMessageId null while there is no message
 * @param lastMessageAt null while there is no message
 */
public record ChatSummary(
    ChatId id, Account other, int unreadCount, MessageId lastMessageId, Instant lastMessageAt) {}
