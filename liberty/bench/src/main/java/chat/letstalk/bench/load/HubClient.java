package chat.letstalk.bench.load;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/** Opens connections to the hub. */
public final class HubClient {

  private static final int LARGEST_FRAME = 4_000_000;

  private final Wire wire;
  private final URI hub;
  private final WebSocketClientProtocolConfig protocol;

  /** A client of the hub at an address. */
  public HubClient(Wire wire, URI hub) {
    this.wire = wire;
    this.hub = hub;
    this.protocol =
        WebSocketClientProtocolConfig.newBuilder()
            .webSocketUri(hub)
            .maxFramePayloadLength(LARGEST_FRAME)
            .dropPongFrames(false)
            .withUTF8Validator(false) // the hub's tests do that; here it would cost its cores
            .build();
  }

  /**
   * Opens a connection and says who is there.
   *
   * @param pushed hears the number of each message that is pushed, on the wire's thread
   */
  public CompletableFuture<HubConnection> open(String token, IntConsumer pushed) {
    HubConnection connection = new HubConnection(token, pushed);
    wire.connect(hub, pipeline(connection))
        .addListener(
            done -> {
              if (!done.isSuccess()) {
                connection.gone(done.cause());
              }
            });
    return connection.authorised();
  }

  private ChannelInitializer<SocketChannel> pipeline(HubConnection connection) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(SocketChannel socket) {
        socket
            .pipeline()
            .addLast(
                new HttpClientCodec(),
                new HttpObjectAggregator(8192),
                new WebSocketClientProtocolHandler(protocol),
                new WebSocketFrameAggregator(LARGEST_FRAME),
                connection);
      }
    };
  }
}
