import { className, classes as allClasses } from '../../learning/classes.ts';
import type { Point } from '../../learning/datasets/dataset.ts';
import type { SetName } from '../../learning/samples.ts';
import type { SampleSets } from '../../training/protocol/commands.ts';
import type { Experiment } from '../experiment/experiment.svelte.ts';
import { DrawingHand } from './drawingHand.ts';
import { Fallen } from './fallen.svelte.ts';
import { nearestSample, type Searched } from './nearestSample.ts';
import { nextClass } from './nextClass.ts';
import { nonePicked, type Picked, picked, pickedCount, type SampleIndex } from './picked.ts';
import { setNames } from './picked.ts';
import { added, type NewSample, relabelled, sampleAt, without } from './sampleEdits.ts';
import { moved } from './sampleEdits.ts';
import { duplicated, type SelectionEdit, thinned } from './selectionEdits.ts';
import type { Stroke, StrokePreview, StrokeStart, Tool, ToolBench } from './tools/tool.ts';
import { askTool } from './tools/askTool.ts';
import { toolNamed, tools } from './tools/tools.ts';

/** Classes that can be drawn. */
const mostClasses = 6;

const nothing: StrokePreview = {};

/** What is selected among which samples: others than those have no selection. */
interface Selection {
  readonly of: SampleSets;
  readonly which: Picked;
}

/**
 * Draws samples: with a tool by a pointer, or by the methods. A stroke is one change of the
 * experiment's settings, so that it is undone by one step, and nothing changes before it ends.
 */
export class Drawing implements ToolBench {
  readonly #experiment: Experiment;
  /** Which of the pointers draws. */
  readonly hand = new DrawingHand();
  /** What fell since the beginning of the last operation on a selection. */
  readonly fallen: Fallen;
  #tool = $state.raw<Tool>(toolNamed('look'));
  #label = $state(0);
  #preview = $state.raw(nothing);
  /** The stroke under way, and the samples on which it began. */
  #stroke: { readonly of: SampleSets; readonly stroke: Stroke } | undefined;
  #selection = $state.raw<Selection>();
  /** The sample whose menu is open. */
  #menu = $state.raw<{ readonly of: SampleSets; readonly sample: SampleIndex }>();

  constructor(experiment: Experiment) {
    this.#experiment = experiment;
    this.fallen = new Fallen(experiment.evaluation);
  }

  get tools(): readonly Tool[] {
    return tools;
  }

  get tool(): Tool {
    return this.#experiment.asking.on ? askTool : this.#tool;
  }

  /** Whether a pointer draws; else it reads the plot. */
  get draws(): boolean {
    return this.tool.begin !== undefined;
  }

  get penDown(): boolean {
    return this.hand.penDown;
  }

  get label(): number {
    return this.#label;
  }

  get classes(): number {
    return this.#experiment.network.specification.classes;
  }

  /** Classes that can be drawn: those of the network, and one more as long as there is one. */
  get drawable(): number {
    return Math.max(this.classes, Math.min(mostClasses, allClasses.length, this.classes + 1));
  }

  get sets(): SampleSets {
    return this.#experiment.samples.sets;
  }

  get shown(): Searched {
    return this.#experiment.display.shownSets.map((set) => ({ set, samples: this.sets[set] }));
  }

  /** The set that new samples belong to: the training set, or the evaluation set where only that is shown. */
  get target(): SetName {
    const { display } = this.#experiment;
    return !display.shows('training') && display.shows('evaluation') ? 'evaluation' : 'training';
  }

  get selected(): Picked {
    const selection = this.#selection;
    return selection?.of === this.sets ? selection.which : nonePicked;
  }

  get selectedCount(): number {
    return pickedCount(this.selected);
  }

  /** The sample whose menu is open, with its place and class. */
  get menu(): (SampleIndex & NewSample) | undefined {
    const menu = this.#menu;
    if (menu?.of !== this.sets) return undefined;
    return { ...menu.sample, ...sampleAt(this.sets[menu.sample.set], menu.sample.index) };
  }

  get preview(): StrokePreview {
    return this.#preview;
  }

  choose(name: string): void {
    this.cancel();
    this.#menu = undefined;
    const tool = toolNamed(name);
    this.#experiment.asking.on = tool === askTool;
    if (tool !== askTool) this.#tool = tool;
    this.say(`${tool.label}: ${tool.does}`);
  }

  /** The class of what is added or sprayed from now on; another tool becomes the one that adds. */
  chooseClass(label: number): void {
    this.#label = label;
    this.#experiment.asking.on = false;
    if (this.#tool.name !== 'spray') this.#tool = toolNamed('add');
    this.cancel();
    this.say(`${this.#tool.label} ${className(label)} samples to the ${this.target} set.`);
  }

  /** A pointer, or a key, begins a stroke. */
  begin(start: StrokeStart, tool: Pick<Tool, 'begin'> = this.#tool): void {
    this.#menu = undefined;
    const stroke = tool.begin?.(this, start);
    this.#stroke = stroke && { of: this.sets, stroke };
    this.#preview = stroke?.preview ?? nothing;
  }

  /** Places in the order in which the pointer came along, those of one frame together. */
  extend(places: readonly Point[]): void {
    if (!this.#stroke) return;
    const { stroke } = this.#stroke;
    stroke.extend(places);
    this.#preview = stroke.preview;
  }

  /** Does what the stroke is for; nothing where it began on other samples, whose indices it knows. */
  end(): void {
    const begun = this.#stroke;
    this.cancel();
    if (!begun) return;
    if (begun.of === this.sets) begun.stroke.end();
    else this.say('The samples have changed meanwhile: nothing was done.');
  }

  /** Ends a stroke as if it had not begun. */
  cancel(): void {
    this.#stroke = undefined;
    this.#preview = nothing;
  }

  /** Opens the menu of the sample nearest to a place; returns whether there is one within reach. */
  openMenu({ place, reach }: StrokeStart): boolean {
    const sample = nearestSample(this.shown, place, reach);
    if (!sample) return false;
    this.cancel();
    this.#menu = { of: this.sets, sample };
    return true;
  }

  closeMenu(): void {
    this.#menu = undefined;
  }

  /** The sample nearest to a place as one that is picked; none out of reach. */
  nearest({ place, reach }: StrokeStart): Picked {
    const sample = nearestSample(this.shown, place, reach);
    return sample ? picked([sample]) : nonePicked;
  }

  add(samples: readonly NewSample[]): void {
    const { target, sets } = this;
    if (samples.length === 0) return;
    this.#change({ ...sets, [target]: added(sets[target], samples) });
    const name = className(samples[0]?.label ?? 0);
    this.say(
      samples.length === 1
        ? `Added a ${name} sample to the ${target} set.`
        : `Added ${samples.length} ${name} samples to the ${target} set.`,
    );
  }

  erase(which: Picked): void {
    this.#edit(which, 'Erased', (set) => without(this.sets[set], which[set]));
  }

  flip(which: Picked): void {
    const { classes } = this;
    this.#editInPlace(which, 'Flipped', (set) =>
      relabelled(this.sets[set], which[set], (label) => nextClass(label, classes)),
    );
  }

  relabel(which: Picked, label: number): void {
    this.#editInPlace(which, `Made ${className(label)}:`, (set) =>
      relabelled(this.sets[set], which[set], () => label),
    );
  }

  move(which: Picked, by: Point): void {
    this.#editInPlace(which, 'Moved', (set) => moved(this.sets[set], which[set], by));
  }

  /** Erases every second one of what is selected. */
  thin(): void {
    this.#editSelection('Thinned', thinned(this.sets, this.selected));
  }

  /** Puts copies of what is selected a little beside it, and selects those. */
  duplicate(): void {
    const { left, right } = this.#experiment.field.window;
    const beside = (right - left) / 50;
    const by = { x: beside, y: beside };
    this.#editSelection('Duplicated', duplicated(this.sets, this.selected, by));
  }

  select(which: Picked): void {
    this.#selection = { of: this.sets, which };
    const count = pickedCount(which);
    this.say(count === 0 ? 'Nothing selected.' : `${count} selected.`);
  }

  /** Erases all samples that are shown. */
  clear(): void {
    const { sets } = this;
    const all = picked(
      this.shown.flatMap(({ set, samples }) =>
        Array.from(samples.labels.keys(), (index) => ({ set, index })),
      ),
    );
    this.#edit(all, 'Erased', (set) => without(sets[set], all[set]));
  }

  undo(): void {
    this.#experiment.undo();
  }

  redo(): void {
    this.#experiment.redo();
  }

  get history(): { readonly canUndo: boolean; readonly canRedo: boolean } {
    return this.#experiment.history;
  }

  say(sentence: string): void {
    this.#experiment.announcer.say(sentence);
  }

  #editSelection(word: string, { sets, selected }: SelectionEdit): void {
    const { selectedCount } = this;
    this.fallen.begin();
    this.#change(sets);
    this.#selection = { of: this.sets, which: selected };
    this.say(`${word} ${selectedCount} samples: ${pickedCount(selected)} selected.`);
  }

  /** An edit after which the same indices are the same samples. */
  #editInPlace(which: Picked, word: string, edit: (set: SetName) => SampleSets[SetName]): void {
    const isSelected = which === this.selected;
    this.#edit(which, word, edit);
    if (isSelected) this.#selection = { of: this.sets, which };
  }

  #edit(which: Picked, word: string, edit: (set: SetName) => SampleSets[SetName]): void {
    const count = pickedCount(which);
    if (count === 0) {
      this.say('No sample there.');
      return;
    }
    if (this.selectedCount > 0) this.fallen.begin();
    const next = { ...this.sets };
    for (const set of setNames) if (which[set].size > 0) next[set] = edit(set);
    this.#change(next);
    this.say(`${word} ${count === 1 ? '1 sample' : `${count} samples`}.`);
  }

  #change(sets: SampleSets): void {
    const { samples, field } = this.#experiment;
    const shown = field.zoom.changed ? field.window : undefined;
    const before = samples.window;
    samples.replace(sets);
    // Samples beside the window have made it larger: what is seen stays where it is.
    if (samples.window !== before && shown) field.zoom.show(shown);
  }
}
