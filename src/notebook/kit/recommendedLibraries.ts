// Takes the place of Notebook Kit's file of that name, which imports from a CDN; see the plugin
// `notebookKit`. Each is a name that cells may use without an import.

export const d3 = () => import('d3');
export const Plot = () => import('./plot.ts').then(({ plot }) => plot);
export const htl = () => import('htl');
export const html = () => import('htl').then(({ html }) => html);
export const svg = () => import('htl').then(({ svg }) => svg);
export const Inputs = () => import('./inputs.ts').then(({ inputs }) => inputs);
export const tex = () => import('./tex.ts').then(({ tex }) => tex);
export const md = () =>
  import('@observablehq/notebook-kit/src/runtime/stdlib/md.js').then(({ md }) => md);
