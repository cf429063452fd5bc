package chat.letstalk.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * The client's side of all sockets, on one thread: the client shares its cores with the server, and
 * everything that happens on this thread needs no lock.
 */
public final class Wire implements AutoCloseable {

  private static final int CONNECT_MILLIS = 10_000;

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("bench-wire", true), NioIoHandler.newFactory());
  private final EventLoop loop = group.next();

  /** Where the sockets of this client live. */
  EventLoop loop() {
    return loop;
  }

  /** Connects to the host and port of an address. */
  ChannelFuture connect(URI address, ChannelHandler handler) {
    return new Bootstrap()
        .group(group)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
        .handler(handler)
        .connect(address.getHost(), address.getPort());
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(10, TimeUnit.SECONDS);
  }
}
