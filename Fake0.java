package dev.glassheap.kernel.cli;
import dev.glassheap.kernel.interpreter.*;
import java.util.*;
import java.nio.file.*;
public final class Fake0 {
  static class Fake implements Interpreter {
    volatile boolean stop;
    public LanguageInfo info() { return LanguageInfo.python("glassheap","0.1","3.11","fake"); }
    public ExecutionResult execute(ExecutionRequest r, OutputSink out) {
      stop = false;
      try {
        if (r.code().contains("show")) {
          Map<String,Object> d = new LinkedHashMap<>();
          d.put("application/vnd.glassheap.heap.v1+json", json(Files.readAllBytes(Path.of("/work/wt/lab/lab/schema/examples/roles.json"))));
          d.put("text/plain", "x");
          out.display(new MimeBundle(d));
        } else if (r.code().contains("while")) { while(!stop) Thread.onSpinWait(); return new ExecutionResult.Interrupted("KeyboardInterrupt", List.of()); }
        else out.stdout(r.code().contains("(1)") ? "1\n" : r.code().contains("(2)") ? "2\n" : r.code().contains(" > ") ? "True\n": "42\n");
      } catch (Exception e) { return new ExecutionResult.Failed("X", e.toString(), List.of()); }
      return new ExecutionResult.Completed(Optional.empty());
    }
    public void interrupt() { stop = true; }
    public boolean interruptPending() { return stop; }
    public void forgetInterrupt() { stop = false; }
  }
  static Object json(byte[] b) throws Exception { var m = Class.forName("dev.glassheap.kernel.wire.JsonText").getDeclaredMethod("readObject", String.class, byte[].class); m.setAccessible(true); return m.invoke(null, "x", b); }
  public static void main(String[] a) throws Exception { 
   try (var e = org.graalvm.polyglot.Engine.create()) {
    if (a[0].equals("kernel")) {
      var p = new KernelProcess(new Fake(), dev.glassheap.kernel.wire.ConnectionFile.read(Path.of(a[1])), System.err::println);
      p.endOnSignal(); p.run(); return;
    }
    System.out.println(a[1].equals("-c")?"42":e.getImplementationName()+" é"+String.join("|",a)); }
} }
