package chat.letstalk.chatapi.store;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.account.AccountType;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.image.Image;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.outbox.PendingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the suites of all stores share: people, chats and messages to fill a store with. */
public abstract class StoreSuite {

  protected static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_123L);

  /** The engine under test, migrated. */
  protected abstract StoreEngine engine();

  protected Account newcomer() {
    String email = UUID.randomUUID() + "@example.com";
    return new Account(
        new AccountId(Uuids.next()), AccountType.EMAIL, email, email, null, null, null, null, NOW);
  }

  protected AccountId somebody() {
    return engine().accounts().getOrCreate(newcomer()).id();
  }

  protected ChatId chatOf(AccountId one, AccountId other) {
    return engine().chats().getOrCreate(new ChatId(Uuids.next()), one, other, NOW);
  }

  protected static Message message(ChatId chat, AccountId sender, String text) {
    return message(chat, sender, text, null);
  }

  protected static Message message(ChatId chat, AccountId sender, String text, String clientId) {
    return message(chat, sender, text, null, clientId);
  }

  /** Of a picture alone. */
  protected static Message picture(ChatId chat, AccountId sender, Image image) {
    return message(chat, sender, null, image, null);
  }

  private static Message message(
      ChatId chat, AccountId sender, String text, Image image, String clientId) {
    return new Message(
        new MessageId(Uuids.next()),
        chat,
        sender,
        text,
        text == null ? null : "<p>" + text + "</p>",
        0,
        image,
        null,
        null,
        NOW,
        clientId);
  }

  protected static List<PendingEvent> eventsOf(Message message) {
    return List.of(
        new PendingEvent(
            message.id().toString(),
            "notifications",
            message.chatId().toString(),
            "{\"text\":\"" + message.text() + "\"}",
            Map.of("traceparent", "00-1-2-03")));
  }

  protected Message stored(ChatId chat, AccountId sender, String text) {
    Message message = message(chat, sender, text);
    return engine().messages().add(message, eventsOf(message));
  }

  /** Runs the same thing many times at the same moment. */
  protected static <T> List<T> atOnce(int times, Callable<T> action)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    CyclicBarrier start = new CyclicBarrier(times);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int n = 0; n < times; n++) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return action.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
