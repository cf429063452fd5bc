package chat.letstalk.chatapi.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells the person what is wrong with each field. */
@Provider
@Dependent
public class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {

  @Override
  public Response toResponse(ConstraintViolationException error) {
    Map<String, List<String>> errors = new TreeMap<>();
    for (ConstraintViolation<?> violation : error.getConstraintViolations()) {
      errors
          .computeIfAbsent(fieldOf(violation), field -> new ArrayList<>())
          .add(violation.getMessage());
    }
    return Problems.invalid(errors);
  }

  private static String fieldOf(ConstraintViolation<?> violation) {
    String name = "request";
    for (Path.Node node : violation.getPropertyPath()) {
      name = node.getName();
    }
    return name;
  }
}
