package chat.letstalk.chatapi.rest;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.authentication.client.AuthenticationUnavailable;
import chat.letstalk.authentication.client.InvalidArgument;
import chat.letstalk.authentication.client.TooManyRequests;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.problem.NotFound;
import chat.letstalk.chatapi.problem.StoreUnavailable;
import chat.letstalk.contracts.rest.Problem;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyErrorMapperTest {

  private static final Logger LOG = Logger.getLogger(AnyErrorMapper.class.getName());

  @BeforeEach
  void what_is_logged_on_purpose_stays_out_of_the_report() {
    LOG.setLevel(Level.OFF);
  }

  @AfterEach
  void log_again() {
    LOG.setLevel(null);
  }

  @Test
  void what_cannot_be_accepted_is_400_and_names_the_field() {
    Problem problem = problemOf(new InvalidInput("code", "Code has expired"), 400);
    assertThat(problem.title()).isEqualTo("Invalid request");
    assertThat(problem.errors()).isEqualTo(Map.of("code", List.of("Code has expired")));
  }

  @Test
  void what_is_not_there_is_404_in_the_body_too() {
    Problem problem = problemOf(new NotFound("Chat not found"), 404);
    assertThat(problem.detail()).isEqualTo("Chat not found");
    assertThat(problem.errors().values()).containsExactly(List.of("Chat not found"));
  }

  @Test
  void an_address_that_is_none_is_400() {
    assertThat(problemOf(new InvalidArgument("no address"), 400).errors()).containsKey("email");
  }

  @Test
  void too_many_attempts_are_429_and_say_when_to_come_back() {
    TooManyRequests error = new TooManyRequests("slow down", Duration.ofSeconds(7));
    problemOf(error, 429);
    assertThat(new AnyErrorMapper().toResponse(error).getHeaderString("Retry-After"))
        .isEqualTo("7");
  }

  @Test
  void what_passes_by_itself_is_503() {
    problemOf(new StoreUnavailable("add a message", new RuntimeException("gone")), 503);
    problemOf(new AuthenticationUnavailable("gone", null), 503);
  }

  @Test
  void the_servers_own_refusals_get_our_shape() {
    assertThat(problemOf(new NotFoundException(), 404).detail()).isNotBlank();
    assertThat(problemOf(new NotAllowedException("GET"), 405).detail()).isNotBlank();
    assertThat(problemOf(new NotSupportedException(), 415).detail()).contains("JSON");
  }

  @Test
  void an_answer_that_is_ready_stays() {
    Response ready = Problems.of(413, "The request is too large.");
    assertThat(new AnyErrorMapper().toResponse(new WebApplicationException(ready))).isSameAs(ready);
  }

  @Test
  void a_cause_that_is_known_is_found_behind_one_that_is_not() {
    Throwable wrapped = new ProcessingException(new InvalidInput("text", "Text is required"));
    assertThat(problemOf(wrapped, 400).errors()).containsKey("text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:mysql://secret@db", "Alice's text"})
  void anything_else_is_500_and_tells_nobody_what_it_was(String message) {
    Problem problem = problemOf(new IllegalStateException(message), 500);
    assertThat(problem.toString()).doesNotContain(message).doesNotContain("Exception");
  }

  @Test
  void a_status_without_a_name_has_a_title_all_the_same() {
    assertThat(((Problem) Problems.of(499, null).getEntity()).title()).isEqualTo("Error");
  }

  private static Problem problemOf(Throwable error, int status) {
    Response response = new AnyErrorMapper().toResponse(error);
    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(response.getMediaType().toString()).isEqualTo("application/problem+json");
    Problem problem = (Problem) response.getEntity();
    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.type()).isNotBlank();
    assertThat(problem.title()).isNotBlank();
    assertThat(problem.errors()).isNotNull();
    return problem;
  }
}
