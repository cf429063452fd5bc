package chat.letstalk.awsmessaging;

/**
 * A queue that exists. Immutable.
 *
 * @param url what SQS is told
 * @param arn what SNS is told
 */
record Queue(String name, String url, String arn) {}
