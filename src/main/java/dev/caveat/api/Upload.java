package dev.caveat.api;

import dev.caveat.http.Answers;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UploadedFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that a client sent, kept on disk until closed.
 *
 * @param file where it is
 * @param name what the client calls it
 */
record Upload(Path file, String name) implements Closeable {
  /** No connection is so slow, and a thread waits all the time. */
  private static final Duration MAX_TIME = Duration.ofMinutes(5);

  private static final int TOO_SLOW = 408;
  private static final int BUFFER = 1 << 16;
  private static final int MAX_NAME = 200;
  private static final String UNNAMED = "upload";

  /**
   * Receives the body of a request, or the one file of the form that it is.
   *
   * @param name null if the client gave none
   * @param most bytes
   * @throws dev.caveat.error.CaveatException if it is too large, or not one file
   */
  static Upload of(Context ctx, @Nullable String name, long most) throws IOException {
    if (ctx.req().getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    if (!ctx.isMultipartFormData()) {
      return received(ctx.bodyInputStream(), Objects.requireNonNullElse(name, UNNAMED), most);
    }
    List<UploadedFile> files = ctx.uploadedFiles();
    if (files.size() != 1) {
      throw Refusals.badRequest("file", "send one file, not " + files.size());
    }
    UploadedFile only = files.getFirst();
    try (InputStream in = only.content()) {
      return received(in, name == null ? only.filename() : name, most);
    }
  }

  private static Upload received(InputStream in, String name, long most) throws IOException {
    String shown = name.length() > MAX_NAME ? name.substring(name.length() - MAX_NAME) : name;
    Path file = Files.createTempFile("caveat-", "-" + Answers.fileName(shown));
    Upload upload = new Upload(file, shown);
    try (OutputStream out = Files.newOutputStream(file)) {
      copy(in, out, most);
      return upload;
    } catch (IOException | RuntimeException e) {
      upload.close();
      throw e;
    }
  }

  private static void copy(InputStream in, OutputStream out, long most) throws IOException {
    long end = System.nanoTime() + MAX_TIME.toNanos();
    byte[] buffer = new byte[BUFFER];
    long all = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      all += n;
      if (all > most) {
        throw tooLarge(most);
      }
      if (System.nanoTime() > end) {
        throw new HttpResponseException(
            TOO_SLOW, "the upload took more than " + MAX_TIME.toMinutes() + " minutes");
      }
      out.write(buffer, 0, n);
    }
  }

  private static RuntimeException tooLarge(long most) {
    return Refusals.tooLarge("an upload may have at most " + most + " bytes");
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
