package chat.letstalk.grpc.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErrorStatusTest {

  private static final Marshaller<String> EMPTY =
      new Marshaller<>() {
        @Override
        public InputStream stream(String nothing) {
          return new ByteArrayInputStream(new byte[0]);
        }

        @Override
        public String parse(InputStream nothing) {
          return "";
        }
      };
  private static final MethodDescriptor<String, String> FALL =
      MethodDescriptor.newBuilder(EMPTY, EMPTY)
          .setType(MethodType.UNARY)
          .setFullMethodName("test.Steps/Fall")
          .build();

  private GrpcServer server;
  private ManagedChannel connection;

  @BeforeEach
  void a_call_that_fails() {
    var steps =
        ServerServiceDefinition.builder("test.Steps")
            .addMethod(
                FALL,
                ServerCalls.asyncUnaryCall(
                    (request, answer) -> {
                      throw new IllegalStateException("stumbled");
                    }))
            .build();
    server =
        new GrpcServer(
            new GrpcSettings("test", "127.0.0.1", 0, Duration.ofSeconds(5), 1024, 1),
            List.of(
                ServerInterceptors.intercept(
                    steps,
                    new ErrorStatus(
                        (method, failure) ->
                            Status.ABORTED
                                .withDescription(method + ": " + failure.getMessage())
                                .asRuntimeException()))));
    server.start();
    connection = NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
  }

  @AfterEach
  void stop() {
    connection.shutdownNow();
    server.close();
  }

  @Test
  void whoever_gives_a_failure_its_status_knows_which_call_it_was() {
    var call =
        connection.newCall(FALL, CallOptions.DEFAULT.withDeadlineAfter(10, TimeUnit.SECONDS));
    assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(call, ""))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessage("ABORTED: test.Steps/Fall: stumbled");
  }
}
