package heed;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Finds calls in source text whose first operand is a parameter, {@code weight.mul(x)}: their
 * result lands in the memory of the parameters and stays there.
 *
 * <p>Byte code does not show which array comes first, source text does: in a class that draws from
 * {@code Parameters}, its fields that are arrays are parameters, and so is what {@code
 * itemVectors(step)} and the tables of vectors return. A local variable of a field's name would be
 * taken for it.
 */
final class ParameterFirst {

  /** Methods that make no array, or close one that they made. */
  private static final Set<String> MAKE_NO_ARRAY =
      Set.of(
          "attach",
          "close",
          "getDataType",
          "getDevice",
          "getGradient", // Opens a handle, which has to be closed.
          "getManager",
          "getName",
          "getShape",
          "hasGradient",
          "set",
          "setName",
          "setRequiresGradient",
          "size",
          "toByteBuffer",
          "toFloatArray");

  /** Accessors of tables of vectors, which return a parameter. */
  private static final Set<String> TABLES = Set.of("seen", "vectors", "whole");

  private ParameterFirst() {}

  /** Each such call, as class and call. */
  static List<String> in(Iterable<? extends JavaFileObject> sources) throws IOException {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, sources);
    List<String> found = new ArrayList<>();
    for (CompilationUnitTree unit : task.parse()) {
      new Calls(found).scan(unit, null);
    }
    return found;
  }

  /** Goes through the classes of a file. */
  private static final class Calls extends TreeScanner<Void, Void> {

    private final List<String> found;
    private final Set<String> parameters = new HashSet<>();
    private String type = "";

    Calls(List<String> found) {
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      String outer = type;
      Set<String> ofOuter = Set.copyOf(parameters);
      type = tree.getSimpleName().toString();
      if (drawsParameters(tree)) {
        parameters.addAll(arrays(tree));
      }
      super.visitClass(tree, null);
      parameters.retainAll(ofOuter);
      type = outer;
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && isParameter(select.getExpression())
          && !MAKE_NO_ARRAY.contains(select.getIdentifier().toString())) {
        found.add(type + ": " + select);
      }
      return super.visitMethodInvocation(call, null);
    }

    private boolean isParameter(ExpressionTree first) {
      if (first instanceof IdentifierTree name) {
        return parameters.contains(name.getName().toString());
      }
      if (first instanceof MemberSelectTree field) {
        return field.getExpression().toString().equals("this")
            && parameters.contains(field.getIdentifier().toString());
      }
      return first instanceof MethodInvocationTree call && returnsParameter(call);
    }

    private static boolean returnsParameter(MethodInvocationTree call) {
      String name = lastName(call.getMethodSelect());
      return name.equals("itemVectors") || (call.getArguments().isEmpty() && TABLES.contains(name));
    }

    private static String lastName(ExpressionTree method) {
      return method instanceof MemberSelectTree select
          ? select.getIdentifier().toString()
          : method.toString();
    }

    private static boolean drawsParameters(ClassTree tree) {
      for (Tree member : tree.getMembers()) {
        boolean draws =
            member instanceof MethodTree method
                ? method.getParameters().stream().anyMatch(one -> isOf(one, "Parameters"))
                : member instanceof VariableTree field && isOf(field, "Parameters");
        if (draws) {
          return true;
        }
      }
      return false;
    }

    private static Set<String> arrays(ClassTree tree) {
      Set<String> arrays = new HashSet<>();
      for (Tree member : tree.getMembers()) {
        if (member instanceof VariableTree field && isOf(field, "NDArray")) {
          arrays.add(field.getName().toString());
        }
      }
      return arrays;
    }

    private static boolean isOf(VariableTree variable, String type) {
      return variable.getType() != null && variable.getType().toString().equals(type);
    }
  }
}
