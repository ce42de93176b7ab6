package dev.caveat.json;

import java.util.Map;

/**
 * Problem details as in RFC 9457.
 *
 * @param type {@code about:blank}: the code says which kind it is
 * @param title the kind of problem, for people
 * @param status of HTTP
 * @param detail one line about this occurrence
 * @param code stable, for programs
 * @param data the facts in the detail, by name
 * @param instance id of the request
 */
public record ProblemJson(
    String type,
    String title,
    int status,
    String detail,
    String code,
    Map<String, String> data,
    String instance) {}
