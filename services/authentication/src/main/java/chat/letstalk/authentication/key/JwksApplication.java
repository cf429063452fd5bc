package chat.letstalk.authentication.key;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** What authentication shows over HTTP. */
@ApplicationPath("/")
public class JwksApplication extends Application {}
