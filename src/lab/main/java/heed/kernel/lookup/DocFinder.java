package heed.kernel.lookup;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.Optional;

/** Finds the comment of one class or method in its source. */
final class DocFinder extends TreePathScanner<Void, Void> {
  private final DocTrees trees;
  private final Signature wanted;
  private Optional<String> exact = Optional.empty();
  private Optional<String> near = Optional.empty();

  DocFinder(DocTrees trees, Signature wanted) {
    this.trees = trees;
    this.wanted = wanted;
  }

  /** The comment; that of the record for a constructor that is written nowhere. */
  Optional<String> found() {
    return exact.or(() -> near);
  }

  @Override
  public Void visitClass(ClassTree type, Void nothing) {
    boolean asked = type.getSimpleName().contentEquals(wanted.type());
    boolean itself = wanted.member().isEmpty() || wanted.member().equals(wanted.type());
    if (asked && itself) {
      near = comment();
    }
    return super.visitClass(type, null);
  }

  @Override
  public Void visitMethod(MethodTree method, Void nothing) {
    boolean constructor = method.getName().contentEquals("<init>");
    String name = constructor ? wanted.type() : method.getName().toString();
    List<String> parameters =
        method.getParameters().stream().map(parameter -> parameter.getName().toString()).toList();
    if (name.equals(wanted.member()) && parameters.equals(wanted.parameters())) {
      exact = comment();
    }
    return super.visitMethod(method, null);
  }

  private Optional<String> comment() {
    return Optional.ofNullable(trees.getDocComment(getCurrentPath()));
  }
}
