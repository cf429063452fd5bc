package chat.letstalk.page.fetch;

import java.net.UnknownHostException;

/** A host has an address that must not be asked. */
class ForbiddenAddress extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  ForbiddenAddress() {
    super("An address outside the public internet");
  }
}
