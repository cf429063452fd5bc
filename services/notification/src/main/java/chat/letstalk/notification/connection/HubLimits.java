package chat.letstalk.notification.connection;

import java.time.Duration;

/**
 * How much of everything a client may take.
 *
 * @param maxFrameBytes of an incoming frame
 * @param maxRecordLength characters of an incoming record
 * @param maxDepth levels of JSON in an incoming record
 * @param maxArguments of an invocation
 * @param invocationsPerSecond steady rate of records other than pings, per connection
 * @param invocationsBurst how many may come at once
 * @param maxConnections in all
 * @param maxConnectionsPerAccount further ones displace the oldest
 * @param maxQueuedRecords that wait for one client
 * @param maxQueuedLength characters that wait for one client
 * @param handshakeWithin from the opening
 * @param authorizeWithin from the opening
 * @param silentFor after which a client counts as gone
 * @param pingAfter since the last frame to the client
 * @param sendWithin one frame
 * @param farewellWithin over which clients are asked to come back when the hub closes
 * @param sweepEvery how exactly these durations are kept
 */
public record HubLimits(
    int maxFrameBytes,
    int maxRecordLength,
    int maxDepth,
    int maxArguments,
    int invocationsPerSecond,
    int invocationsBurst,
    int maxConnections,
    int maxConnectionsPerAccount,
    int maxQueuedRecords,
    int maxQueuedLength,
    Duration handshakeWithin,
    Duration authorizeWithin,
    Duration silentFor,
    Duration pingAfter,
    Duration sendWithin,
    Duration farewellWithin,
    Duration sweepEvery) {}
