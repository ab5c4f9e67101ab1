package io.quantong.publicnotice;

import static io.quantong.publicnotice.Notice.State.ENDED;
import static io.quantong.publicnotice.Notice.State.RUNNING;
import static io.quantong.publicnotice.Notice.State.SUPERSEDED;

import io.quantong.kernel.Lifecycle;

/** The life cycles of notices and objections. */
final class NoticeLifecycle {

  static final String NOTICE = "publicnotice.notice";
  static final String OBJECTION = "publicnotice.objection";

  static final Lifecycle<Notice.State, Step> NOTICES =
      Lifecycle.of(NOTICE, Notice.State.class, Step.class)
          .step(RUNNING, Step.MOVE_LAST_DAY, RUNNING)
          .step(RUNNING, Step.END, ENDED)
          .step(RUNNING, Step.SUPERSEDE, SUPERSEDED)
          .build();

  static final Lifecycle<Objection.State, Answer> OBJECTIONS =
      Lifecycle.of(OBJECTION, Objection.State.class, Answer.class)
          .step(Objection.State.OPEN, Answer.DISMISS, Objection.State.DISMISSED)
          .step(Objection.State.OPEN, Answer.UPHOLD, Objection.State.UPHELD)
          .build();

  private NoticeLifecycle() {}

  /** What happens to a notice. */
  enum Step {
    PUBLISH,
    MOVE_LAST_DAY,
    END,
    SUPERSEDE
  }

  /** What happens to an objection. */
  enum Answer {
    FILE,
    DISMISS,
    UPHOLD
  }
}
