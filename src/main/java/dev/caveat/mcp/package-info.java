/**
 * The index for agents, over the Model Context Protocol: tools, resources and prompts.
 *
 * <p>{@link dev.caveat.mcp.AgentServer} answers JSON-RPC messages, whoever brings them: {@link
 * dev.caveat.mcp.StandardStreams} reads them from lines, {@link dev.caveat.mcp.AgentRoutes} from
 * HTTP requests. The protocol itself is the official SDK's, in its stateless form, so any number of
 * clients share one server.
 *
 * <p>A {@link dev.caveat.mcp.Tool} is a name, a table of parameters and a function from {@link
 * dev.caveat.mcp.Arguments} to an {@link dev.caveat.mcp.Answer}. The table is the input schema, and
 * the arguments are checked against it: a mistake is an answer that says what is expected. An
 * answer is a part that can be read at once, with a cursor to the next part, as JSON and as text
 * for people. Names are those of filings of the index, never files, except for the one tool that
 * reads files, in folders that whoever started the server has named.
 */
@NullMarked
package dev.caveat.mcp;

import org.jspecify.annotations.NullMarked;
