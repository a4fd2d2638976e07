package stemma.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the imports of compiled classes and names each that goes through a wall. */
record Walls(String root, JavaClasses classes) {

    /** Imports from one room into another, before any rule. */
    List<Dependency> crossings() {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(this::crosses)
                .toList();
    }

    /** Imports that go up the bands, or sideways where nothing is drawn. */
    List<String> upward() {
        return told(dependency -> !Rooms.mayRead(
                room(dependency.getOriginClass()).orElseThrow(),
                room(dependency.getTargetClass()).orElseThrow()));
    }

    /** Imports of what is private to another room. */
    List<String> throughFaces() {
        return told(dependency -> !isFace(dependency.getTargetClass()));
    }

    /** Rooms that import the composition root. */
    List<String> intoRoot() {
        return classes.stream()
                .filter(type -> room(type).isPresent())
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        dependency.getTargetClass().getPackageName().equals(root))
                .map(Dependency::getDescription)
                .toList();
    }

    /** Imports of the web framework outside web packages and the root. */
    List<String> webOutsideWeb() {
        return classes.stream()
                .filter(type -> room(type).isPresent() && !part(type).equals("web"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isWebFramework(dependency.getTargetClass()))
                .map(Dependency::getDescription)
                .toList();
    }

    /** What a package reads besides itself and what every Java program has. */
    List<String> outOf(String packageName) {
        return classes.stream()
                .filter(type -> type.getPackageName().equals(packageName))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> {
                    JavaClass read = dependency.getTargetClass().getBaseComponentType();
                    return !read.isPrimitive()
                            && !read.getPackageName().equals(packageName)
                            && !read.getPackageName().startsWith("java.");
                })
                .map(Dependency::getDescription)
                .toList();
    }

    /** What from outside reads a package. */
    List<String> into(String packageName) {
        return classes.stream()
                .filter(type -> !type.getPackageName().equals(packageName))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        dependency.getTargetClass().getPackageName().equals(packageName))
                .map(Dependency::getDescription)
                .toList();
    }

    /** Packages directly under the root that no list of rooms names. */
    List<String> unlisted() {
        return classes.stream()
                .flatMap(type -> room(type).stream())
                .distinct()
                .filter(room -> !Rooms.isRoom(room))
                .toList();
    }

    Optional<String> room(JavaClass type) {
        return Rooms.of(root, type.getPackageName());
    }

    /** Returns the part of its room a class lies in: empty for the face. */
    String part(JavaClass type) {
        String[] names = type.getPackageName().substring(root.length() + 1).split("\\.");
        return names.length > 1 ? names[1] : "";
    }

    private List<String> told(Predicate<Dependency> isFault) {
        return crossings().stream()
                .filter(isFault)
                .map(Dependency::getDescription)
                .distinct()
                .toList();
    }

    private boolean crosses(Dependency dependency) {
        Optional<String> from = room(dependency.getOriginClass());
        Optional<String> to = room(dependency.getTargetClass());
        return from.isPresent() && to.isPresent() && !from.equals(to);
    }

    private boolean isFace(JavaClass type) {
        return part(type).isEmpty();
    }

    private static boolean isWebFramework(JavaClass type) {
        return Stream.of(
                        "org.springframework.web",
                        "org.springframework.stereotype",
                        "org.springframework.boot",
                        "org.springframework.context",
                        "jakarta.servlet")
                .anyMatch(name -> type.getPackageName().startsWith(name));
    }
}
