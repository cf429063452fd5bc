package chat.letstalk.notification.hub;

/** The client broke the protocol or its limits; the message says how, for the client to read. */
public class HubViolation extends Exception {

  public HubViolation(String message) {
    super(message);
  }
}
