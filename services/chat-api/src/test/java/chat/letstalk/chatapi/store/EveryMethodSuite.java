package chat.letstalk.chatapi.store;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.account.AccountChange;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.message.LinkPreview;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.message.Preview;
import chat.letstalk.chatapi.outbox.Outbox;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls each method of each store, to watch what the engine does then. */
public abstract class EveryMethodSuite extends StoreSuite {

  /**
   * Calls them all.
   *
   * @param watched another engine on the same database
   * @param messages of the chat, 60 or more; others may be in front of them
   * @return the names of the methods
   */
  protected Set<String> callEveryMethod(
      StoreEngine watched, AccountId alice, ChatId chat, List<Message> messages) {
    Message last = messages.get(messages.size() - 1);
    Message repeat = message(chat, alice, "again", "repeat");
    Set<String> called = new TreeSet<>();
    Account newcomer = newcomer();
    call(called, "getOrCreate", () -> watched.accounts().getOrCreate(newcomer));
    call(called, "find", () -> watched.accounts().find(alice));
    call(
        called,
        "update",
        () -> watched.accounts().update(alice, old -> new AccountChange(old, eventsOf(last))));
    call(called, "others", () -> watched.accounts().others(alice));
    call(
        called,
        "getOrCreate",
        () -> watched.chats().getOrCreate(new ChatId(Uuids.next()), alice, newcomer.id(), NOW));
    call(called, "ofMember", () -> watched.chats().ofMember(chat, alice));
    call(called, "listOf", () -> watched.chats().listOf(alice));
    call(called, "markRead", () -> watched.chats().markRead(chat, alice, last.id()));
    call(called, "add", () -> watched.messages().add(repeat, eventsOf(repeat)));
    call(called, "add", () -> watched.messages().add(repeat, eventsOf(repeat)));
    call(called, "page", () -> watched.messages().page(chat, 1, 20));
    call(called, "before", () -> watched.messages().before(chat, last.id(), 20));
    MessageId first = messages.get(messages.size() - 60).id();
    call(called, "after", () -> watched.messages().after(chat, first, 20));
    call(called, "find", () -> watched.messages().find(chat, first));
    Preview preview = new LinkPreview("https://example.com/", "Title", null);
    call(called, "attach", () -> watched.messages().attach(last, preview, eventsOf(last)));
    call(called, "contains", () -> watched.messages().contains(chat, first));
    call(called, "add", () -> watched.outbox().add(eventsOf(last)));
    List<Outbox.Entry> entries = watched.outbox().oldest(500);
    called.add("oldest");
    call(called, "bury", () -> watched.outbox().bury(entries.get(0).position(), "test"));
    call(called, "remove", () -> watched.outbox().remove(List.of(entries.get(1).position())));
    call(called, "waiting", () -> watched.outbox().waiting());
    Duration length = Duration.ofSeconds(5);
    call(called, "acquire", () -> watched.leases().acquire("plan", "one", length));
    call(called, "release", () -> watched.leases().release("plan", "one"));
    return called;
  }

  private static void call(Set<String> called, String method, Runnable call) {
    call.run();
    called.add(method);
  }

  /** The names of all methods that there are. */
  protected static Set<String> everyMethod() {
    return Stream.of(StoreEngine.class.getMethods())
        .map(Method::getReturnType)
        .filter(Class::isInterface)
        .flatMap(store -> Stream.of(store.getDeclaredMethods()))
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
