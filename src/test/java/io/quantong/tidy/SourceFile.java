package io.quantong.tidy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text file of the tree.
 *
 * @param path below the root, with forward slashes
 * @param text content
 */
public record SourceFile(String path, String text) {

  /** All files of a kind below a folder, empty when there is no such folder. */
  public static List<SourceFile> below(String folder, String suffix) throws IOException {
    Path start = Path.of(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
      Stream.Builder<SourceFile> sources = Stream.builder();
      for (Path file : found) {
        sources.add(new SourceFile(file.toString().replace('\\', '/'), Files.readString(file)));
      }
      return sources.build().toList();
    }
  }

  boolean isTest() {
    return path.startsWith("src/test/");
  }

  boolean isDemo() {
    return path.contains("io/quantong/demo/");
  }

  boolean isPackageInfo() {
    return path.endsWith("package-info.java");
  }

  boolean mayAskTheMachineForTheTime() {
    return isTest() || isDemo() || path.contains("io/quantong/operation/");
  }

  int lines() {
    return (int) text.lines().count();
  }

  /** The database sums whole numbers as decimals; a repository turns them into money at once. */
  boolean isRepository() {
    return path.endsWith("Repository.java");
  }

  /** Reads what people and banks write, so that the words it looks for are no text of ours. */
  boolean readsForeignWords() {
    return path.endsWith("publicnotice/Masking.java") || path.endsWith("payout/ResultFile.java");
  }

  /** Makes the database's roles, which no generated class can. */
  boolean preparesTheDatabase() {
    return path.endsWith("operation/DatabaseConfiguration.java");
  }
}
