package chat.letstalk.chatapi.scope;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One instance serves all requests, as it holds nothing of any of them. Made for each request
 * instead, a resource with all that it stands on cost a fifteenth of a send; without a proxy, so
 * that no class needs a constructor for one (CDI 4.0 section 2.8).
 */
@Stereotype
@Singleton
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shared {}
