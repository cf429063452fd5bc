package chat.letstalk.awsmessaging;

import chat.letstalk.delivery.ChannelFailure;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * SNS or SQS has not done what it was asked. The message says what was asked, of what, and what to
 * do about it, in terms of permissions and configuration keys; it holds no secret.
 */
final class AwsFailure extends ChannelFailure {

  private static final long serialVersionUID = 1L;

  private static final Set<String> FORBIDDEN =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "AuthorizationError",
          "AuthorizationErrorException",
          "KMSAccessDenied",
          "KmsAccessDenied",
          "UnauthorizedOperation");
  private static final Set<String> BAD_CREDENTIALS =
      Set.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidSecurity",
          "MissingAuthenticationToken",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");
  private static final Set<String> MISSING =
      Set.of("AWS.SimpleQueueService.NonExistentQueue", "NotFound", "QueueDoesNotExist");

  private final boolean missing;

  AwsFailure(String sentence, Throwable cause) {
    super(sentence, cause);
    this.missing = MISSING.contains(codeOf(cause));
  }

  /**
   * Explains a failed call.
   *
   * @param action the call as IAM names it, {@code sqs:CreateQueue}
   * @param what the topic or queue
   */
  static AwsFailure of(String action, String what, Throwable cause, AwsSettings settings) {
    if (cause instanceof AwsFailure explained) {
      return explained;
    }
    return new AwsFailure(explained(action, what, cause, settings), cause);
  }

  private static String explained(
      String action, String what, Throwable cause, AwsSettings settings) {
    String code = codeOf(cause);
    if (FORBIDDEN.contains(code) || isForbidden(cause)) {
      return "AWS refuses %s on %s (%s): give this service's role the permission %s; src-docs/operator/channels.md has the whole policy"
          .formatted(action, what, code, action);
    }
    if (BAD_CREDENTIALS.contains(code)) {
      return "AWS does not accept the credentials for %s on %s (%s): look at what the AWS SDK finds (AWS_ACCESS_KEY_ID, web identity, profile, instance role)"
          .formatted(action, what, code);
    }
    if (MISSING.contains(code)) {
      return "%s on %s: there is no such thing (%s)".formatted(action, what, code);
    }
    if (cause instanceof SdkServiceException service) {
      return "%s on %s failed: %s".formatted(action, what, service.getMessage());
    }
    if (String.valueOf(cause.getMessage()).contains("credentials")) {
      return "No AWS credentials were found for %s on %s: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run with a role (web identity, container, instance)"
          .formatted(action, what);
    }
    return "%s on %s got no answer with %s (%s): look at that key and at the network"
        .formatted(action, what, settings.where(), inWords(rootOf(cause)));
  }

  /** Whether the topic or the queue does not exist. */
  boolean isMissing() {
    return missing;
  }

  private static boolean isForbidden(Throwable cause) {
    return cause instanceof SdkServiceException service
        && service.statusCode() == 403
        && !BAD_CREDENTIALS.contains(codeOf(cause));
  }

  private static String codeOf(Throwable cause) {
    return cause instanceof AwsServiceException service && service.awsErrorDetails() != null
        ? String.valueOf(service.awsErrorDetails().errorCode())
        : "";
  }

  private static String inWords(Throwable failure) {
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }
}
