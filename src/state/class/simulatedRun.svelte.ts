import { classFields, classTraining, defaultClass } from '../../federated/settings/classFields.ts';
import { classObjection } from '../../federated/settings/classObjection.ts';
import type { ClassSettings } from '../../federated/settings/classSettings.ts';
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
  #set = $state('moon');
  #settings = $state.raw<ClassSettings>({ ...defaultClass, clients: 20 });
  #training = $state.raw<TrainingSpecification>(classTraining);
  #pace = $state<PaceName>('usual');
  #playing = $state(false);
  #busy = $state(false);
  #problem = $state('');
  #rounds = $state.raw<readonly ClassRound[]>([]);
  #start = $state.raw<Scores>();
  #planes = $state.raw<FieldPlanes>();
  #clients = $state.raw<readonly ClientView[]>([]);
  readonly #dataset: Dataset = $derived(datasetNamed(this.#set));
  readonly #clientCount = $derived(this.#settings.clients);
  readonly #samples = $derived(samplesFor(this.#clientCount, this.#dataset));
  readonly #window = $derived(sampleWindow(this.#samples.training, this.#samples.evaluation));
  #run = 0;
  #cancel: (() => void) | undefined;

  constructor(connect: ConnectClass, timer: Timer) {
    this.#timer = timer;
    this.#link = connect(
      (event) => this.#receive(event),
      (sentence) => this.#stop(sentence),
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
    return this.#settings;
  }

  get training(): TrainingSpecification {
    return this.#training;
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

  choose(set: string): void {
    this.#set = set;
    this.restart();
  }

  change(settings: Partial<ClassSettings>): void {
    this.#settings = { ...this.#settings, ...settings };
    this.restart();
  }

  train(training: Partial<TrainingSpecification>): void {
    this.#training = { ...this.#training, ...training };
    this.restart();
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
    this.#run++;
    this.#problem = this.#objection();
    if (this.#problem !== '') return;
    this.#busy = true;
    this.#link.post({
      kind: 'start',
      run: this.#run,
      settings: this.#settings,
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
    const objection = classObjection(this.#settings, this.#training);
    if (!objection) return '';
    const fields = Object.values(classFields);
    const label = fields.find(({ key }) => key === objection.key)?.label ?? objection.key;
    return `${label}: ${objection.clause}.`;
  }

  #specification(): Specification {
    const { network } = articleConfiguration;
    const { hidden, classes } = this.#dataset;
    const layers = hidden.map((units) => ({ units, activation: 'relu' }));
    return { network: { ...network, hidden: layers, classes }, training: this.#training };
  }

  #next(): void {
    if (this.#busy) return;
    this.#busy = true;
    this.#link.post({ kind: 'round', run: this.#run });
  }

  #receive(event: ClassEvent): void {
    if (event.run !== this.#run) return;
    this.#busy = false;
    if (event.kind === 'failed') {
      this.#stop(event.message);
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
