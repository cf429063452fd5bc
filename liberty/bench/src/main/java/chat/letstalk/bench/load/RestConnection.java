package chat.letstalk.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.bench.load.RestClient.Exchange;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpUtil;
import java.io.IOException;

/** One connection of a {@link RestClient}, with at most one request under way. */
final class RestConnection extends SimpleChannelInboundHandler<FullHttpResponse> {

  private static final int LARGEST_ANSWER = 4_000_000;

  private final RestClient client;
  private final String host;
  private Channel channel;
  private Exchange current;

  RestConnection(RestClient client, String host) {
    this.client = client;
    this.host = host;
  }

  ChannelHandler pipeline() {
    return new ChannelInitializer<SocketChannel>() {
      @Override
      protected void initChannel(SocketChannel socket) {
        socket
            .pipeline()
            .addLast(
                new HttpClientCodec(),
                new HttpObjectAggregator(LARGEST_ANSWER),
                RestConnection.this);
      }
    };
  }

  void send(Exchange exchange) {
    current = exchange;
    exchange.write(channel, host);
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    client.isFree(this);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
    Exchange answered = current;
    current = null;
    if (HttpUtil.isKeepAlive(response)) {
      client.isFree(this);
    } else {
      close();
    }
    String body = response.content().toString(UTF_8);
    int status = response.status().code();
    if (status == 200) {
      answered.answer().complete(body);
    } else {
      answered.answer().completeExceptionally(new RefusedException(answered.call(), status, body));
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    fail(new IOException("The server has closed the connection."));
    client.isGone(this);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    fail(cause);
    close();
  }

  private void fail(Throwable cause) {
    if (current != null) {
      current.answer().completeExceptionally(cause);
      current = null;
    }
  }

  void close() {
    var unused = channel.close();
  }
}
