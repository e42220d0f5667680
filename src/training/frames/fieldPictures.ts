import type { Engine } from '../../learning/engine.ts';
import type { NetworkSpecification } from '../../learning/specification.ts';
import type { FieldPicture, FieldWatch } from '../protocol/watches.ts';
import type { RunLink } from '../runLink.ts';
import { FieldMeter } from './fieldMeter.ts';
import { coarserResolution, tiledField, tilesFor } from './fieldTiles.ts';

/** Watches that share one computation. */
interface FieldGroup {
  readonly watches: FieldWatch[];
  /** At rest or while training, before slow engines halve it. */
  readonly resolution: number;
}

/** Takes the pictures of field watches, as fine as the engine can afford. */
export class FieldPictures {
  readonly #link: RunLink;
  readonly #meter: FieldMeter;

  constructor(network: NetworkSpecification, link: RunLink) {
    this.#link = link;
    this.#meter = new FieldMeter(network);
  }

  /** A picture for each watch, in any order; undefined when a command came that goes first. */
  async take(
    engine: Engine,
    watches: readonly FieldWatch[],
    resting: boolean,
  ): Promise<readonly (readonly [FieldWatch, FieldPicture])[] | undefined> {
    const groups = groupsOf(watches, resting);
    const cells = this.#meter.affordableCells / groups.length;
    const pictures: (readonly [FieldWatch, FieldPicture])[] = [];
    for (const { watches: together, resolution: asked } of groups) {
      if (pictures.length > 0 && !(await this.#link.letMessagesIn())) return undefined;
      const resolution = resting ? asked : coarserResolution(asked, cells);
      const taken = await this.#takeTogether(engine, together, resolution);
      if (!taken) return undefined;
      pictures.push(...taken);
    }
    return pictures;
  }

  /** A cell costs something else from now on: another engine. */
  forgetCosts(): void {
    this.#meter.forget();
  }

  async #takeTogether(engine: Engine, watches: readonly FieldWatch[], resolution: number) {
    const window = watches.at(0)?.window;
    if (!window) return [];
    const classes = [...new Set(watches.map((watch) => watch.class))];
    const grid = { window, resolution, planes: classes.length };
    let milliseconds = 0;
    const field = await tiledField(
      grid,
      tilesFor(resolution, this.#meter.affordableCells),
      async (part, size) => {
        const begun = this.#link.now();
        const planes = await engine.field(part, size, classes);
        milliseconds += this.#link.now() - begun;
        return planes;
      },
      this.#link.letMessagesIn,
    );
    if (!field) return undefined;
    this.#meter.add(resolution * resolution, milliseconds);
    return watches.map((watch) => {
      const start = classes.indexOf(watch.class) * resolution * resolution;
      const values = field.subarray(start, start + resolution * resolution);
      const picture: FieldPicture = {
        kind: 'field',
        class: watch.class,
        window,
        resolution,
        values,
      };
      return [watch, picture] as const;
    });
  }
}

function groupsOf(watches: readonly FieldWatch[], resting: boolean): readonly FieldGroup[] {
  const groups = new Map<string, FieldGroup>();
  for (const watch of watches) {
    const { left, right, bottom, top } = watch.window;
    const resolution = resting ? watch.restResolution : watch.resolution;
    const key = [left, right, bottom, top, resolution].join();
    const group = groups.get(key) ?? { watches: [], resolution };
    group.watches.push(watch);
    groups.set(key, group);
  }
  return Array.from(groups.values());
}
