package dev.caveat.vectors;

/** Vectors whose components are rounded to a byte each; their length is lost. */
public final class Quantized {
  private Quantized() {}

  /** The components, scaled so that the largest is 127 or -127; all zero for a zero vector. */
  public static byte[] bytes(float[] vector) {
    float most = 0;
    for (float v : vector) {
      most = Math.max(most, Math.abs(v));
    }
    byte[] bytes = new byte[vector.length];
    for (int i = 0; most > 0 && i < vector.length; i++) {
      bytes[i] = (byte) Math.round(vector[i] / most * Byte.MAX_VALUE);
    }
    return bytes;
  }

  /** A vector of length one again; all zero for zero bytes. */
  public static float[] vector(byte[] bytes) {
    float[] vector = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      vector[i] = bytes[i];
    }
    return WordVectors.toLengthOne(vector);
  }
}
