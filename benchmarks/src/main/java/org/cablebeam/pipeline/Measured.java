package org.cablebeam.pipeline;

/** The program, saying at its end what it used. */
final class Measured {
  private Measured() {}

  public static void main(String[] arguments) throws Exception {
    Main.quietLogs();
    int code = Main.run(arguments, System.out, System.err);
    System.out.print(Usage.ofThisProcess());
    System.out.flush();
    Runtime.getRuntime().halt(code);
  }
}
