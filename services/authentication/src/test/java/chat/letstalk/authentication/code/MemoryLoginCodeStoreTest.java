package chat.letstalk.authentication.code;

class MemoryLoginCodeStoreTest extends LoginCodeStoreSuite {

  @Override
  LoginCodeStore store() {
    return new MemoryLoginCodeStore(clock, LIFETIME);
  }
}
