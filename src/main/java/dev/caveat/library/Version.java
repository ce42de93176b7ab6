package dev.caveat.library;

/** The version of the program. */
public final class Version {
  private Version() {}

  /** Version of the jar, such as {@code 0.2.0}; {@code (unpackaged)} for classes in a folder. */
  public static String number() {
    String own = Version.class.getPackage().getImplementationVersion();
    return own == null ? "(unpackaged)" : own;
  }
}
