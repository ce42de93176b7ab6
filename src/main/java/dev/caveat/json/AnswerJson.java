package dev.caveat.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an answer to an agent, small enough to be read at once.
 *
 * @param about what the answer is about; its fields come first
 * @param items this part of what was asked for, in order
 * @param doubtful the filings in this part that a person should check
 * @param next pass it as {@code cursor} to get the next part; null if this is the last
 */
public record AnswerJson(
    @JsonUnwrapped Object about,
    List<Object> items,
    List<DoubtfulJson> doubtful,
    @Nullable String next) {}
