import { expect, expectTypeOf, it } from 'vitest';
import type * as shipped from '../../notebooks/edgewise.js';
import declarations from '../../notebooks/edgewise.d.ts?raw';
import reference from '../../notebooks/10-what-cells-can-import.html?raw';
import { createEdgewise, type Edgewise } from '../../src/elements/edgewise.ts';
import { Theme } from '../../src/state/page/theme.svelte.ts';

const { module } = createEdgewise(
  {
    calm: false,
    connect: () => {
      throw new Error('Expected no session.');
    },
  },
  new Theme(undefined, false),
);
const names = Object.keys(module).toSorted();

it('has types and an example in the reference for each thing that cells may import', () => {
  const declared = Array.from(declarations.matchAll(/^export const (\w+):/gm), ([, name]) => name);
  expect(declared.toSorted()).toEqual(names);
  const imported = /import \{([^}]*)\} from "\.\/edgewise\.js"/.exec(reference)?.[1]?.split(', ');
  expect(imported?.toSorted()).toEqual(names);
  for (const name of names) expect(reference, name).toMatch(new RegExp(`[^\\w\`]${name}\\(`));

  // What the types let a cell pass is taken, and what it gets is what they say.
  type Shipped = typeof shipped;
  expectTypeOf<Parameters<Shipped['trainer']>>().toExtend<Parameters<Edgewise['trainer']>>();
  expectTypeOf<Parameters<Edgewise['trainer']>>().toExtend<Parameters<Shipped['trainer']>>();
  expectTypeOf<ReturnType<Edgewise['trainer']>>().toExtend<ReturnType<Shipped['trainer']>>();
  expectTypeOf<ReturnType<Edgewise['guess']>>().toExtend<ReturnType<Shipped['guess']>>();
  expectTypeOf<ReturnType<Edgewise['samples']>>().toEqualTypeOf<ReturnType<Shipped['samples']>>();
  expectTypeOf<ReturnType<Edgewise['evaluate']>>().toExtend<ReturnType<Shipped['evaluate']>>();
});
