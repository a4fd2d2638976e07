package stemma.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Parses Java sources, without compiling, into the types and functions that they declare. */
final class Sources {
    private Sources() {}

    /** A declared type: where, in which package, whether open to other rooms, with its Javadoc. */
    record Type(
            String file, String pack, String name, boolean isPublic, boolean isTop, String doc) {}

    /** A function and how many lines it takes. */
    record Function(String file, String name, long lines) {}

    record Parsed(List<Type> types, List<Function> functions) {}

    static Parsed parse(List<Repository.Text> texts) {
        List<JavaFileObject> files = new ArrayList<>();
        for (Repository.Text text : texts)
            if (text.ending().equals("java")) files.add(new InMemory(text));
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, files);
        Reader reader = new Reader(DocTrees.instance(task));
        try {
            for (CompilationUnitTree unit : task.parse()) reader.scan(unit, null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Parsed(reader.types, reader.functions);
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final String content;

        InMemory(Repository.Text text) {
            super(URI.create("string:///" + text.path()), Kind.SOURCE);
            this.content = text.content();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }

    private static final class Reader extends TreePathScanner<Void, Void> {
        private final List<Type> types = new ArrayList<>();
        private final List<Function> functions = new ArrayList<>();
        private final DocTrees trees;

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            TreePath above = getCurrentPath().getParentPath();
            String doc = trees.getDocComment(getCurrentPath());
            if (!type.getSimpleName().isEmpty())
                types.add(new Type(
                        file(unit),
                        String.valueOf(unit.getPackageName()),
                        type.getSimpleName().toString(),
                        type.getModifiers().getFlags().contains(Modifier.PUBLIC),
                        above.getLeaf().getKind() == Tree.Kind.COMPILATION_UNIT,
                        doc == null ? "" : doc.strip().replaceAll("\\s+", " ")));
            return super.visitClass(type, unused);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            SourcePositions positions = trees.getSourcePositions();
            LineMap lines = unit.getLineMap();
            long start = positions.getStartPosition(unit, method);
            long end = positions.getEndPosition(unit, method);
            if (start >= 0 && end >= 0)
                functions.add(new Function(
                        file(unit),
                        method.getName().toString(),
                        lines.getLineNumber(end) - lines.getLineNumber(start) + 1));
            return super.visitMethod(method, unused);
        }

        private static String file(CompilationUnitTree unit) {
            return unit.getSourceFile().toUri().getPath().substring(1);
        }
    }
}
