import { mount, unmount, type Component } from 'svelte';
import { defaultSettings } from '../state/experiment/settings.ts';
import { samplesOf } from '../learning/sampleSource.ts';
import type { Experiment } from '../state/experiment/experiment.svelte.ts';
import type { Theme } from '../state/page/theme.svelte.ts';
import { type DecisionOptions, evaluationOf, type PlainEvaluation } from './plainEvaluation.ts';
import { GuessElement, type GuessValue } from './guessElement.ts';
import { HeldExperiment, type Services } from './heldExperiment.svelte.ts';
import { type SampleRow, sampleRows } from './ownSamples.ts';
import { TrainerElement } from './trainerElement.ts';
import { readTrainerOptions, type TrainerOptions } from './trainerOptions.ts';
import { makeElement, ViewElement } from './viewElement.ts';
import ConfusionView from './ConfusionView.svelte';
import ControlsView from './ControlsView.svelte';
import GuessView from './GuessView.svelte';
import LossView from './LossView.svelte';
import NetworkView from './NetworkView.svelte';
import PlotView from './PlotView.svelte';
import PrecisionRecallView from './PrecisionRecallView.svelte';
import RocView from './RocView.svelte';
import StatisticsView from './StatisticsView.svelte';
import TrainerView from './TrainerView.svelte';

interface ViewProps {
  experiment: Experiment;
  theme: Theme;
}

/** What cells import from `./edgewise.js`. */
export interface Edgewise {
  /** A network that trains: its plot and its controls. */
  readonly trainer: (options?: TrainerOptions) => TrainerElement;
  readonly plot: (trainer: TrainerElement) => HTMLElement;
  readonly lossChart: (trainer: TrainerElement) => HTMLElement;
  readonly statistics: (trainer: TrainerElement) => HTMLElement;
  readonly confusionMatrix: (trainer: TrainerElement) => HTMLElement;
  readonly roc: (trainer: TrainerElement) => HTMLElement;
  readonly precisionRecall: (trainer: TrainerElement) => HTMLElement;
  readonly networkDiagram: (trainer: TrainerElement) => HTMLElement;
  readonly controls: (trainer: TrainerElement) => HTMLElement;
  /** Where the reader draws the boundary that a trainer is expected to learn. */
  readonly guess: (trainer: TrainerElement) => GuessElement;
  /** The samples of a recipe, as rows: `samples({data: "moon", training: 200})`. */
  readonly samples: (
    options?: string | TrainerOptions,
  ) => Record<'training' | 'evaluation', SampleRow[]>;
  /**
   * The statistics of a trainer as plain numbers, as they are now; for another decision than its own
   * with `{threshold: 0.3, positive: "red"}`.
   */
  readonly evaluate: (
    trainer: TrainerElement,
    decision?: DecisionOptions,
  ) => PlainEvaluation | undefined;
  /** The statistics of a trainer as text, as they are now. */
  readonly stats: (trainer: TrainerElement) => string;
}

/** The module for the cells of one notebook; `dispose` ends all that they have begun. */
export function createEdgewise(
  services: Services,
  theme: Theme,
): { readonly module: Edgewise; readonly dispose: () => void } {
  const all = new Set<HeldExperiment>();

  const show = (element: ViewElement, held: HeldExperiment, view: Component<ViewProps>) =>
    element.fill((target) => {
      const experiment = held.hold();
      const component = mount(view, { target, props: { experiment, theme } });
      return () => {
        void unmount(component);
        held.letGo();
      };
    });

  const picture = (view: Component<ViewProps>) => (trainer: TrainerElement) => {
    checkTrainer(trainer);
    return show(makeElement('edgewise-view', PictureElement), trainer.held, view);
  };

  const trainer = (options: TrainerOptions = {}) => {
    const element = makeElement('edgewise-trainer', TrainerElement);
    const held = new HeldExperiment(services, options, () => {
      element.dispatchEvent(new Event('input', { bubbles: true }));
    });
    all.add(held);
    element.held = held;
    show(element, held, TrainerView);
    return element;
  };

  const guess = (trainer: TrainerElement) => {
    checkTrainer(trainer);
    const element = makeElement('edgewise-guess', GuessElement);
    return element.fill((target) => {
      const experiment = trainer.held.hold();
      const { lines } = element;
      const onvalue = (value: GuessValue) => element.receive(value);
      const component = mount(GuessView, { target, props: { experiment, theme, lines, onvalue } });
      return () => {
        void unmount(component);
        trainer.held.letGo();
      };
    });
  };

  const module: Edgewise = {
    trainer,
    plot: picture(PlotView),
    lossChart: picture(LossView),
    statistics: picture(StatisticsView),
    confusionMatrix: picture(ConfusionView),
    roc: picture(RocView),
    precisionRecall: picture(PrecisionRecallView),
    networkDiagram: picture(NetworkView),
    controls: picture(ControlsView),
    guess,
    samples,
    evaluate: (trainer, options) => {
      checkTrainer(trainer);
      const { evaluation, settings } = trainer.held.begin();
      return evaluationOf(
        evaluation,
        options && readTrainerOptions({ ...options }, settings).decision,
      );
    },
    stats: (trainer) => {
      checkTrainer(trainer);
      return trainer.held.begin().evaluation.text;
    },
  };
  return {
    module,
    dispose: () => {
      for (const held of all) held.dispose();
      all.clear();
    },
  };
}

class PictureElement extends ViewElement {}

/** Cells have no types. */
function checkTrainer(trainer: unknown): void {
  if (trainer instanceof TrainerElement) return;
  throw new TypeError('expected a trainer, as trainer({…}) makes it');
}

function samples(options: string | TrainerOptions = {}) {
  const given = typeof options === 'string' ? { data: options } : options;
  const { source } = readTrainerOptions(given, defaultSettings).experiment;
  const { training, evaluation } = samplesOf(source);
  return { training: sampleRows(training), evaluation: sampleRows(evaluation) };
}
