import type { Lesson } from '../../federated/wire/roomMessages.ts';

/** What everybody is to do, for a pupil: a short sentence; empty where everybody is free. */
export function lessonText(lesson: Lesson, names: ReadonlyMap<string, string> = new Map()): string {
  switch (lesson.kind) {
    case 'free':
      return '';
    case 'lookUp':
      return 'Look up';
    case 'try':
      return 'Try it yourselves';
    case 'goTo':
      return 'Your teacher shows this page';
    case 'show': {
      const name = names.get(lesson.seat);
      return name === undefined ? 'Look at the projector' : `This is what ${name} has learned`;
    }
  }
}

/** Minutes and seconds: `2:05`. */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
