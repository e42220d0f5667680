import type { ModuleTable } from '../importModules.ts';
import { d3, htl, Inputs, Plot } from './recommendedLibraries.ts';

/** The packages that cells may import as `npm:…`; all of them are in the build. */
export const packages: ModuleTable['packages'] = {
  '@observablehq/inputs': Inputs,
  '@observablehq/plot': Plot,
  '@tensorflow/tfjs': () => import('@tensorflow/tfjs'),
  d3,
  htl,
};
