package dev.caveat.json;

import java.util.Map;

/**
 * Why a tool has no answer, and what would help.
 *
 * @param code stable, for programs
 * @param message what was wrong, and what is expected
 * @param data the facts in the message, by name
 */
public record ToolErrorJson(String code, String message, Map<String, String> data) {}
