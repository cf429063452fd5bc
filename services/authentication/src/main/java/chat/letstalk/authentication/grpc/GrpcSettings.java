package chat.letstalk.authentication.grpc;

import java.time.Duration;

/**
 * How the gRPC server listens.
 *
 * @param host the address of the interface; 0.0.0.0 for all
 * @param port 0 for any free one
 * @param stopWithin how long calls in progress may take once the server stops
 */
public record GrpcSettings(String host, int port, Duration stopWithin) {}
