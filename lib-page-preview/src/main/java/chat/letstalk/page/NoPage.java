package chat.letstalk.page;

/** There is no page to look at, for a reason that lies in the link or in the site. */
public class NoPage extends Exception {

  private static final long serialVersionUID = 1L;

  private final Outcome outcome;

  /**
   * @param outcome the reason
   */
  public NoPage(Outcome outcome) {
    this(outcome, null);
  }

  /**
   * @param outcome the reason
   * @param cause what was noticed, or null
   */
  public NoPage(Outcome outcome, Throwable cause) {
    super(outcome.toString(), cause);
    this.outcome = outcome;
  }

  public Outcome outcome() {
    return outcome;
  }
}
