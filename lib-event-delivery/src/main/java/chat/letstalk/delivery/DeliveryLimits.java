package chat.letstalk.delivery;

import java.time.Duration;

/**
 * How hard delivery tries.
 *
 * @param attempts the most attempts at one event, the first included
 * @param deadline no new attempt starts after so long
 * @param backoff the wait between attempts
 */
record DeliveryLimits(int attempts, Duration deadline, Backoff backoff) {}
