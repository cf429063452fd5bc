package chat.letstalk.chatapi.account;

/** Where an account's identity comes from, with its number on the wire and in the store. */
public enum AccountType {
  FACEBOOK(1),
  VK(2),
  EMAIL(3),
  GOOGLE(10),
  OPENID_CONNECT(11);

  private final int number;

  AccountType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /**
   * The type behind a number.
   *
   * @throws IllegalArgumentException for a number that no type has
   */
  public static AccountType of(int number) {
    for (AccountType type : values()) {
      if (type.number == number) {
        return type;
      }
    }
    throw new IllegalArgumentException("No account type has the number " + number);
  }
}
