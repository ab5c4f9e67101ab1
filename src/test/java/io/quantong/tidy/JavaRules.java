package io.quantong.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Reads Java as the compiler does and names every breach of the style with its line. */
public final class JavaRules {

  static final int FILE_LINES = 400;
  static final int METHOD_LINES = 50;
  static final int PARAMETERS = 5;

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LEFTOVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
  private static final Set<String> CLOCKLESS = Set.of("LocalDate", "LocalDateTime", "Instant");
  private static final Pattern RUNS_SQL = Pattern.compile("fetch\\w*|execute|query|resultQuery");
  private static final Pattern SQL =
      Pattern.compile("(?is)\\s*(select|insert|update|delete|with|do|alter|create|drop|call)\\s.*");

  private JavaRules() {}

  /** Names of the rules broken, with the line. */
  public static List<String> broken(List<SourceFile> sources) throws IOException {
    List<String> broken = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<URI, SourceFile> byUri =
        sources.stream().collect(Collectors.toMap(JavaRules::uri, Function.identity()));
    List<InMemory> files = sources.stream().map(InMemory::new).toList();
    JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of(), null, files);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    for (CompilationUnitTree unit : task.parse()) {
      SourceFile source = Objects.requireNonNull(byUri.get(unit.getSourceFile().toUri()));
      new Reader(source, unit, positions, broken).scan(unit, null);
    }
    sources.forEach(source -> text(source, broken));
    return broken;
  }

  private static URI uri(SourceFile source) {
    return URI.create("string:///" + source.path());
  }

  private static void text(SourceFile source, List<String> broken) {
    if (source.lines() > FILE_LINES) {
      broken.add("file too long: " + source.path() + " has " + source.lines() + " lines");
    }
    List<String> lines = source.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (LEFTOVER.matcher(lines.get(i)).find()) {
        broken.add("leftover: " + source.path() + ":" + (i + 1));
      }
    }
  }

  private static final class InMemory extends SimpleJavaFileObject {
    private final SourceFile source;

    InMemory(SourceFile source) {
      super(uri(source), JavaFileObject.Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source.text();
    }
  }

  private static final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final SourceFile source;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> broken;

    Reader(
        SourceFile source,
        CompilationUnitTree unit,
        SourcePositions positions,
        List<String> broken) {
      this.source = source;
      this.unit = unit;
      this.positions = positions;
      this.broken = broken;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      long first = line(positions.getStartPosition(unit, method));
      long last = line(positions.getEndPosition(unit, method));
      if (last - first + 1 > METHOD_LINES) {
        report("method too long", method);
      }
      // A compact constructor lists the components of its record: those are no parameters.
      boolean constructor = method.getReturnType() == null;
      if (!constructor && method.getParameters().size() > PARAMETERS) {
        report("too many parameters", method);
      }
      return super.visitMethod(method, nothing);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
      if (call.getMethodSelect() instanceof MemberSelectTree select) {
        String name = select.getIdentifier().toString();
        String target = lastName(select.getExpression());
        if (name.equals("now")
            && call.getArguments().isEmpty()
            && CLOCKLESS.contains(target)
            && !source.mayAskTheMachineForTheTime()) {
          report("time without a clock", call);
        }
        boolean mayWriteSql = source.isTest() || source.preparesTheDatabase();
        if (RUNS_SQL.matcher(name).matches() && startsWithSql(call) && !mayWriteSql) {
          report("plain SQL", call);
        }
      }
      return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void nothing) {
      boolean money = source.path().endsWith("io/quantong/kernel/Money.java");
      boolean exempt = money || source.isRepository() || source.isTest();
      if (name.getName().contentEquals("BigDecimal") && !exempt) {
        report("decimal outside Money", name);
      }
      return super.visitIdentifier(name, nothing);
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void nothing) {
      if (lastName(annotation.getAnnotationType()).equals("Disabled")) {
        report("disabled test", annotation);
      }
      return super.visitAnnotation(annotation, nothing);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
      boolean exempt =
          source.isTest()
              || source.isDemo()
              || source.isPackageInfo()
              || source.readsForeignWords();
      if (!exempt
          && (literal.getValue() instanceof String || literal.getValue() instanceof Character)
          && HAN.matcher(literal.getValue().toString()).find()) {
        report("text outside the messages", literal);
      }
      return super.visitLiteral(literal, nothing);
    }

    private static boolean startsWithSql(MethodInvocationTree call) {
      if (call.getArguments().isEmpty()) {
        return false;
      }
      ExpressionTree first = call.getArguments().getFirst();
      while (first instanceof MethodInvocationTree inner
          && inner.getMethodSelect() instanceof MemberSelectTree select) {
        first = select.getExpression();
      }
      return first instanceof LiteralTree literal
          && literal.getValue() instanceof String text
          && SQL.matcher(text).matches();
    }

    private static String lastName(Tree tree) {
      String text = tree.toString();
      return text.substring(text.lastIndexOf('.') + 1);
    }

    private void report(String rule, Tree where) {
      broken.add(rule + ": " + source.path() + ":" + line(positions.getStartPosition(unit, where)));
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }
}
