import type { Lesson } from '../../federated/wire/roomMessages.ts';

/** What the teacher has everybody do, with the time that is left for it. */
export class LessonClock {
  readonly #now: () => number;
  #lesson: Lesson = { kind: 'free' };
  #since = 0;

  /** @param now milliseconds that never go back. */
  constructor(now: () => number) {
    this.#now = now;
  }

  get lesson(): Lesson {
    if (this.#lesson.kind !== 'try') return this.#lesson;
    const left = this.#lesson.left - (this.#now() - this.#since);
    return { kind: 'try', left: Math.max(0, Math.round(left)) };
  }

  begin(lesson: Lesson): void {
    this.#lesson = lesson;
    this.#since = this.#now();
  }
}
