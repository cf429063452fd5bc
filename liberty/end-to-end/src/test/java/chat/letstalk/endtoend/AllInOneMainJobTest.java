package chat.letstalk.endtoend;

/** All services in one Liberty server on one port. */
class AllInOneMainJobTest extends TheMainJob {

  AllInOneMainJobTest() {
    super(Stack.allInOne());
  }
}
