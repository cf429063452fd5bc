package chat.letstalk.grpc.server;

import java.time.Duration;

/**
 * How a gRPC server listens.
 *
 * @param service the name of the service, as in its keys {@code letstalk.<service>.grpc}
 * @param host the address of the interface; 0.0.0.0 for all
 * @param port 0 for any free one
 * @param stopWithin how long calls in progress may take once the server stops
 * @param largestRequest bytes of one message
 * @param threads how many calls are worked on at a time
 */
public record GrpcSettings(
    String service, String host, int port, Duration stopWithin, int largestRequest, int threads) {}
