package chat.letstalk.delivery;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;

/** Carries the trace context in an event's headers (W3C Trace Context). Thread-safe. */
public final class TraceHeaders {

  private static final TextMapGetter<Map<String, String>> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
          return headers.keySet();
        }

        @Override
        public String get(Map<String, String> headers, String name) {
          return headers == null ? null : headers.get(name);
        }
      };

  private TraceHeaders() {}

  /**
   * The headers {@code traceparent} and {@code tracestate} of what runs now; empty without a trace.
   */
  public static Map<String, String> ofCurrent() {
    Map<String, String> headers = new HashMap<>();
    W3CTraceContextPropagator.getInstance().inject(Context.current(), headers, Map::put);
    return Map.copyOf(headers);
  }

  /** The context that an event was published in; the root context without such headers. */
  public static Context read(Map<String, String> headers) {
    return W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, GETTER);
  }
}
