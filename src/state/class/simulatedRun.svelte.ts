import { classFields } from '../../federated/settings/classFields.ts';
import { encodingNamed } from '../../federated/encodings/encodings.ts';
import { layoutOf } from '../../federated/layout.ts';
import { type UpdateSize, updateSize } from '../../federated/ledger/updateSize.ts';
import { classObjection } from '../../federated/settings/classObjection.ts';
import type { ClassSettings } from '../../federated/settings/classSettings.ts';
import { strategyNamed } from '../../federated/strategies/strategies.ts';
import type { ClassRound, Scores } from '../../federated/simulation/classRun.ts';
import { articleConfiguration, articleRecipe } from '../../learning/configuration.ts';
import type { Dataset } from '../../learning/datasets/dataset.ts';
import { datasetNamed } from '../../learning/datasets/datasets.ts';
import { makeSampleSets } from '../../learning/datasets/makeSampleSets.ts';
import { sampleWindow } from '../../learning/sampleWindow.ts';
import { recipeFields } from '../../learning/settings/recipeFields.ts';
import type { Specification, TrainingSpecification } from '../../learning/specification.ts';
import type {
  ClassCommand,
  ClassEvent,
  ShownClient,
} from '../../training/protocol/classMessages.ts';
import type { Timer } from '../../training/timer.ts';
import type { FieldPlanes } from '../plot/plotField.svelte.ts';
import { type ClassExperiment, usualExperiment } from './classLink.ts';
import { CuriousServer } from './curiousServer.svelte.ts';

/** The way to the worker of a class. */
export interface ClassLink {
  post(command: ClassCommand): void;
  close(): void;
}

/** Opens the way; `fail` is called with a sentence when the worker is gone. */
export type ConnectClass = (
  receive: (event: ClassEvent) => void,
  fail: (sentence: string) => void,
) => ClassLink;

/** How fast rounds follow each other: milliseconds between them. */
export const paces = [
  { name: 'slow', label: 'one a second', pause: 1000 },
  { name: 'usual', label: 'five a second', pause: 200 },
  { name: 'fast', label: 'as fast as possible', pause: 0 },
] as const;
export type PaceName = (typeof paces)[number]['name'];

/** A client as it is shown. */
export interface ClientView extends ShownClient {
  readonly activity: ClassRound['activities'][number] | 'waiting';
  /** Of its network after its last work. */
  readonly planes: FieldPlanes | undefined;
}

/** A simulated class on the page: what is set, how far it is, and what is seen of it. */
export class SimulatedRun {
  readonly #link: ClassLink;
  readonly #timer: Timer;
  readonly curious: CuriousServer;
  #experiment = $state.raw(usualExperiment);
  #pace = $state<PaceName>('usual');
  #playing = $state(false);
  #busy = $state(false);
  #problem = $state('');
  #rounds = $state.raw<readonly ClassRound[]>([]);
  #start = $state.raw<Scores>();
  #planes = $state.raw<FieldPlanes>();
  #clients = $state.raw<readonly ClientView[]>([]);
  #updates = $state.raw<readonly number[]>([]);
  readonly #dataset: Dataset = $derived(datasetNamed(this.#experiment.set));
  readonly #clientCount = $derived(this.#experiment.class.clients);
  readonly #samples = $derived(samplesFor(this.#clientCount, this.#dataset));
  readonly #window = $derived(sampleWindow(this.#samples.training, this.#samples.evaluation));
  readonly #updateSize = $derived.by(() => {
    const { encoding, strategy } = this.settings;
    const vectors = strategyNamed(strategy).local === 'variates' ? 2 : 1;
    return updateSize(encodingNamed(encoding), layoutOf(this.#specification().network), vectors);
  });
  #run = 0;
  #cancel: (() => void) | undefined;

  constructor(connect: ConnectClass, timer: Timer, experiment = usualExperiment) {
    this.#timer = timer;
    this.#experiment = experiment;
    this.curious = new CuriousServer((number) =>
      this.#link.post({ kind: 'leak', run: this.#run, number }),
    );
    this.#link = connect(
      (event) => this.#receive(event),
      (sentence) => this.#fail(sentence),
    );
    this.restart();
  }

  get dataset(): Dataset {
    return this.#dataset;
  }

  get samples() {
    return this.#samples;
  }

  get window() {
    return this.#window;
  }

  get settings(): ClassSettings {
    return this.#experiment.class;
  }

  get training(): TrainingSpecification {
    return this.#experiment.training;
  }

  /** All that is set, as a link holds it. */
  get experiment(): ClassExperiment {
    return this.#experiment;
  }

  get pace(): PaceName {
    return this.#pace;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** Why no round can be made, a full sentence; empty where one can. */
  get problem(): string {
    return this.#problem;
  }

  get rounds(): readonly ClassRound[] {
    return this.#rounds;
  }

  /** Before the first round. */
  get start(): Scores | undefined {
    return this.#start;
  }

  /** After the last round, or before the first. */
  get scores(): Scores | undefined {
    return this.#rounds.at(-1) ?? this.#start;
  }

  /** What the class predicts over the window. */
  get planes(): FieldPlanes | undefined {
    return this.#planes;
  }

  /** The first clients. */
  get clients(): readonly ClientView[] {
    return this.#clients;
  }

  /** How many updates each client has sent, those that came too late included. */
  get updates(): readonly number[] {
    return this.#updates;
  }

  /** What one of them is on the wire. */
  get updateSize(): UpdateSize {
    return this.#updateSize;
  }

  /** Begins anew with all of this. */
  open(experiment: ClassExperiment): void {
    this.#experiment = experiment;
    this.restart();
  }

  choose(set: string): void {
    this.open({ ...this.#experiment, set });
  }

  change(settings: Partial<ClassSettings>): void {
    this.open({ ...this.#experiment, class: { ...this.settings, ...settings } });
  }

  train(training: Partial<TrainingSpecification>): void {
    this.open({ ...this.#experiment, training: { ...this.training, ...training } });
  }

  setPace(pace: PaceName): void {
    this.#pace = pace;
  }

  toggle(): void {
    this.#playing = !this.#playing && this.#problem === '';
    this.#cancel?.();
    if (this.#playing) this.#next();
  }

  /** One round. */
  step(): void {
    this.#playing = false;
    this.#cancel?.();
    if (this.#problem === '') this.#next();
  }

  /** From the first weights, with the settings as they are. */
  restart(): void {
    this.#cancel?.();
    this.#playing = false;
    this.#busy = false;
    this.#rounds = [];
    this.#clients = [];
    this.#updates = [];
    this.curious.forget();
    this.#run++;
    this.#problem = this.#objection();
    if (this.#problem !== '') return;
    this.#busy = true;
    this.#link.post({
      kind: 'start',
      run: this.#run,
      settings: this.settings,
      specification: this.#specification(),
      samples: this.#samples.training,
      evaluation: this.#samples.evaluation,
      window: this.#window,
    });
  }

  close(): void {
    this.#cancel?.();
    this.#link.close();
  }

  #objection(): string {
    const objection = classObjection(this.settings, this.training);
    if (!objection) return '';
    const fields = Object.values(classFields);
    const label = fields.find(({ key }) => key === objection.key)?.label ?? objection.key;
    return `${label}: ${objection.clause}.`;
  }

  #specification(): Specification {
    const { network } = articleConfiguration;
    const { hidden, classes } = this.#dataset;
    const layers = hidden.map((units) => ({ units, activation: 'relu' }));
    return { network: { ...network, hidden: layers, classes }, training: this.training };
  }

  #next(): void {
    if (this.#busy) return;
    this.#busy = true;
    this.#link.post({ kind: 'round', run: this.#run });
  }

  #receive(event: ClassEvent): void {
    if (event.run !== this.#run) return;
    if (event.kind === 'leaked') {
      this.curious.receive(event.readings, this.#rounds.length);
      return;
    }
    this.#busy = false;
    if (event.kind === 'failed') {
      this.#fail(event.message);
    } else if (event.kind === 'started') {
      this.#start = event.scores;
      this.#planes = this.#planesOf(event.field);
      this.#clients = event.clients.map((client) => {
        return { ...client, activity: 'waiting', planes: undefined };
      });
    } else {
      this.#take(event);
    }
    if (!this.#playing) return;
    const pause = paces.find(({ name }) => name === this.#pace)?.pause ?? 0;
    this.#cancel = this.#timer.later(() => this.#next(), pause);
  }

  #take({ round, field, clientFields }: Extract<ClassEvent, { kind: 'round' }>): void {
    this.#rounds = [...this.#rounds, round];
    this.#updates = round.activities.map((activity, i) => {
      const sent = activity === 'sent' || activity === 'late';
      return (this.#updates[i] ?? 0) + (sent ? 1 : 0);
    });
    this.#planes = this.#planesOf(field);
    this.#clients = this.#clients.map((client, i) => {
      const own = clientFields[i];
      const planes = own && this.#planesOf(own);
      return { ...client, activity: round.activities[i] ?? 'idle', planes };
    });
    if (!round.diverged) return;
    this.#stop(
      `The class has diverged in round ${round.round}: its numbers are not finite any more. Try a lower learning rate.`,
    );
  }

  #planesOf(values: Float32Array): FieldPlanes {
    const { classes } = this.#dataset;
    const planes = classes === 2 ? 1 : classes;
    return { values, resolution: Math.sqrt(values.length / planes), window: this.#window };
  }

  /** What the worker was asked for does not come. */
  #fail(sentence: string): void {
    this.curious.fail(sentence);
    this.#stop(sentence);
  }

  #stop(sentence: string): void {
    this.#playing = false;
    this.#problem = sentence;
  }
}

/** Training samples that each client has, at least, as far as a recipe gives so many. */
const leastShare = 10;

/** As the recipe draws them where nothing else is set, and more for many clients. */
function samplesFor(clients: number, { name, training, evaluation, noise }: Dataset) {
  const most = recipeFields.training.max;
  const wanted = Math.min(most, Math.max(training, leastShare * clients));
  return makeSampleSets({ ...articleRecipe, set: name, training: wanted, evaluation, noise });
}
