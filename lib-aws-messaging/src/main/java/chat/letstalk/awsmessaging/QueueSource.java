package chat.letstalk.awsmessaging;

/** Where a channel is read from. */
interface QueueSource {

  /**
   * Finds the queue, or makes it; waits for AWS. From then on it gets what is published.
   *
   * @throws AwsFailure when that is not possible now
   */
  Queue open();

  /** The queue is not read any more. */
  void close();
}
