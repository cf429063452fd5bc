package chat.letstalk.notification.connection;

import java.util.function.Consumer;

/** The way to one client. */
public interface Transport {

  /**
   * Sends a text frame without waiting. Only one frame may be under way at a time.
   *
   * @param sent called once, possibly before this returns, with null or with what went wrong
   */
  void send(String frame, Consumer<Throwable> sent);

  /** Ends the connection; may block for as long as the network does. */
  void close();
}
