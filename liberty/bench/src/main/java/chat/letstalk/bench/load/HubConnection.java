package chat.letstalk.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * One authorised connection to the hub, kept alive as the clients do: a ping every 15 seconds.
 * Everything happens on the wire's thread.
 */
public final class HubConnection extends SimpleChannelInboundHandler<WebSocketFrame> {

  private static final int PING_MILLIS = 15_000;

  private final String token;
  private final IntConsumer pushed;
  private final CompletableFuture<HubConnection> authorised = new CompletableFuture<>();
  private final Records records = new Records();
  private Channel channel;
  private byte[] frame = new byte[1024];
  private CompletableFuture<Void> pong;
  private volatile boolean open;

  HubConnection(String token, IntConsumer pushed) {
    this.token = token;
    this.pushed = pushed;
  }

  /** Ends when the server has taken note of who is there; fails if that does not come about. */
  CompletableFuture<HubConnection> authorised() {
    return authorised;
  }

  /** Whether the connection is still there, as far as is known. */
  public boolean isOpen() {
    return open;
  }

  /** A ping of the WebSocket protocol and its pong: the bare way there and back. One at a time. */
  public CompletableFuture<Void> ping() {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    channel
        .eventLoop()
        .execute(
            () -> {
              pong = answer;
              write(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER));
            });
    return answer;
  }

  /** Leaves as a closed tab does. */
  public CompletableFuture<Void> close() {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    channel.closeFuture().addListener(done -> closed.complete(null));
    channel.eventLoop().execute(() -> write(new CloseWebSocketFrame(1001, "")));
    return closed;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    channel = context.channel();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      open = true;
      say("{\"protocol\":\"json\",\"version\":1}");
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame received) {
    if (received instanceof TextWebSocketFrame) {
      int length = received.content().readableBytes();
      if (length > frame.length) {
        frame = new byte[length * 2];
      }
      received.content().readBytes(frame, 0, length);
      HubRecords.read(frame, length, records);
    } else if (received instanceof PongWebSocketFrame && pong != null) {
      CompletableFuture<Void> answered = pong;
      pong = null;
      answered.complete(null);
    }
  }

  private void keepAlive() {
    var pings =
        channel
            .eventLoop()
            .scheduleAtFixedRate(
                () -> say("{\"type\":6}"),
                ThreadLocalRandom.current().nextInt(PING_MILLIS),
                PING_MILLIS,
                TimeUnit.MILLISECONDS);
    channel.closeFuture().addListener(closed -> pings.cancel(false));
  }

  private void say(String record) {
    write(
        new TextWebSocketFrame(
            Unpooled.wrappedBuffer((record + HubRecords.SEPARATOR).getBytes(UTF_8))));
  }

  private void write(WebSocketFrame toSend) {
    channel
        .writeAndFlush(toSend)
        .addListener(
            written -> {
              if (!written.isSuccess()) {
                gone(written.cause());
              }
            });
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    gone(new IOException("The hub has closed the connection."));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    gone(cause);
    var unused = context.close();
  }

  void gone(Throwable cause) {
    open = false;
    authorised.completeExceptionally(cause);
    if (pong != null) {
      pong.completeExceptionally(cause);
    }
  }

  private final class Records implements HubRecords.Reader {

    @Override
    public void handshakeAccepted() {
      say("{\"type\":6}");
      say(
          "{\"type\":1,\"target\":\"AuthorizeAsync\",\"arguments\":[\"%s\"],\"invocationId\":\"0\"}"
              .formatted(token));
    }

    @Override
    public void completed(String record) {
      if (record.contains("\"error\"")) {
        gone(new IOException("The hub has refused the token: " + record));
      } else {
        keepAlive();
        authorised.complete(HubConnection.this);
      }
    }

    @Override
    public void pushed(int sequence) {
      pushed.accept(sequence);
    }

    @Override
    public void closes(String record) {
      gone(new IOException("The hub has ended the connection: " + record));
    }
  }
}
