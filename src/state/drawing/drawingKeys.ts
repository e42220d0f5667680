import { className } from '../../learning/classes.ts';
import type { PlotCursor } from '../plot/plotCursor.svelte.ts';
import type { Drawing } from './drawing.svelte.ts';
import { nonePicked, type Picked } from './picked.ts';
import { sampleAt } from './sampleEdits.ts';
import { moveTool } from './tools/moveTool.ts';
import { rectangleTool } from './tools/rectangleTool.ts';
import { sprayTool } from './tools/sprayTool.ts';
import type { StrokeStart } from './tools/tool.ts';

/** A sample within this part of the window is the one at the cross. */
const reach = 1 / 12;

/** Draws by keys, at the cross of the plot. */
export class DrawingKeys {
  readonly #drawing: Drawing;
  readonly #cursor: PlotCursor;
  readonly #side: () => number;
  /** What the arrows do while a key's stroke is under way. */
  #under: 'm' | 's' | undefined;

  /** `side`: of the window that is shown, in data units. */
  constructor(drawing: Drawing, cursor: PlotCursor, side: () => number) {
    this.#drawing = drawing;
    this.#cursor = cursor;
    this.#side = side;
  }

  /** Takes a key of the plot; returns whether it was one for drawing, or moved what is taken along. */
  key(key: string, shift: boolean): boolean {
    const digit = Number(key);
    if (digit >= 1 && digit <= this.#drawing.drawable) return this.#add(digit - 1);
    const act = this.#acts[key.toLowerCase()];
    if (act) return act(shift);
    if (!this.#under || !this.#cursor.key(key, shift)) return false;
    const place = this.#cursor.readout;
    if (place) this.#drawing.extend([place]);
    return true;
  }

  /** The focus goes, or Escape was pressed: what was taken along is where it was. */
  leave(): void {
    if (this.#under) this.#drawing.cancel();
    this.#under = undefined;
  }

  readonly #acts: Readonly<Record<string, (shift: boolean) => boolean>> = {
    delete: () => this.#withOne((which) => this.#drawing.erase(which)),
    backspace: () => this.#withOne((which) => this.#drawing.erase(which)),
    f: () => this.#withOne((which) => this.#drawing.flip(which)),
    enter: () => {
      if (this.#under) return this.#end();
      if (!this.#drawing.openMenu(this.#start())) this.#drawing.say('No sample there.');
      return true;
    },
    m: () => (this.#under === 'm' ? this.#end() : this.#take()),
    s: () => (this.#under === 's' ? this.#end() : this.#frame()),
    p: () => {
      this.#drawing.begin(this.#start(), sprayTool);
      this.#drawing.end();
      return true;
    },
    t: () => this.#withSelection(() => this.#drawing.thin()),
    d: () => this.#withSelection(() => this.#drawing.duplicate()),
    z: (shift) => {
      if (shift) this.#drawing.redo();
      else this.#drawing.undo();
      return true;
    },
  };

  #start(): StrokeStart {
    if (!this.#cursor.readout) this.#cursor.key('Home', false);
    const { x, y } = this.#cursor.readout ?? { x: 0, y: 0 };
    return { place: { x, y }, reach: reach * this.#side() };
  }

  #add(label: number): true {
    const { place } = this.#start();
    this.#drawing.add([{ ...place, label }]);
    return true;
  }

  /** With the selection, or else with the sample at the cross. */
  #withOne(act: (which: Picked) => void): true {
    const { selected, selectedCount } = this.#drawing;
    act(selectedCount > 0 ? selected : this.#drawing.nearest(this.#start()));
    return true;
  }

  #withSelection(act: () => void): true {
    if (this.#drawing.selectedCount > 0) act();
    else this.#drawing.say('Nothing selected: S begins to select.');
    return true;
  }

  /** Takes the selection along, or the sample at the cross. */
  #take(): true {
    const start = this.#start();
    const { selectedCount, sets } = this.#drawing;
    const [set, index] = this.#first(this.#drawing.nearest(start));
    if (index === undefined) {
      this.#drawing.say('No sample there.');
      return true;
    }
    this.#under = 'm';
    this.#drawing.begin(start, moveTool);
    const { label } = sampleAt(sets[set], index);
    const what = selectedCount > 1 ? 'the samples' : `a ${className(label)} sample`;
    this.#drawing.say(`Taking ${what} along: arrows move, M puts down, Escape puts back.`);
    return true;
  }

  #first({ training, evaluation }: Picked = nonePicked) {
    const [inTraining] = training;
    const [inEvaluation] = evaluation;
    return inTraining === undefined
      ? (['evaluation', inEvaluation] as const)
      : (['training', inTraining] as const);
  }

  #frame(): true {
    this.#under = 's';
    this.#drawing.begin(this.#start(), rectangleTool);
    this.#drawing.say('Selecting: arrows make a rectangle, S ends it.');
    return true;
  }

  #end(): true {
    this.#under = undefined;
    this.#drawing.end();
    return true;
  }
}
