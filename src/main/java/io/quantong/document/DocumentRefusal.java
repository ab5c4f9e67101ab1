package io.quantong.document;

import io.quantong.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a file is not stored; every answer names the file. */
public sealed interface DocumentRefusal extends Refusal {

  /** The name of the file as shown to the one who sent it. */
  String fileName();

  @Override
  default String code() {
    return "document.refusal."
        + switch (this) {
          case Empty _ -> "EMPTY";
          case TooLarge _ -> "TOO_LARGE";
          case TypeNotAllowed _ -> "TYPE_NOT_ALLOWED";
          case NoFile _ -> "NO_FILE";
        };
  }

  @Override
  default List<Object> arguments() {
    return List.of(fileName());
  }

  @Override
  default @Nullable String field() {
    return "files";
  }

  @Override
  default Kind kind() {
    return Kind.INVALID;
  }

  /** The file holds no byte. */
  record Empty(String fileName) implements DocumentRefusal {}

  /**
   * The file is larger than the setting allows.
   *
   * @param limitMegabytes the limit in whole megabytes
   */
  record TooLarge(String fileName, long limitMegabytes) implements DocumentRefusal {
    @Override
    public List<Object> arguments() {
      return List.of(fileName, limitMegabytes);
    }
  }

  /** The content is none of the allowed types. */
  record TypeNotAllowed(String fileName) implements DocumentRefusal {}

  /** Nothing was sent where a file is needed. */
  record NoFile(String fileName) implements DocumentRefusal {
    /** No file at all. */
    public NoFile() {
      this("");
    }
  }
}
