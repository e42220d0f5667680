import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { keepTfjsApart, limitStart } from './src/cli/build/buildChecks.ts';
import { compressFiles } from './src/cli/build/compressFiles.ts';
import { licences } from './src/cli/build/licences.ts';
import { pageEntries } from './src/cli/build/pageEntries.ts';
import { pages } from './src/pages/pages.ts';

const checkout = import.meta.dirname;
const application = join(checkout, 'src/app');
const licence = licences(join(checkout, 'LICENSE'));

export default defineConfig({
  root: application,
  base: './',
  appType: 'mpa',
  plugins: [
    svelte({ configFile: false }),
    limitStart(pages),
    keepTfjsApart(),
    licence.page,
    compressFiles(),
  ],
  worker: {
    format: 'es',
    plugins: () => [keepTfjsApart(), licence.worker()],
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'tfjs', test: /node_modules\/@tensorflow\// }] },
      },
    },
  },
  // Named, so that the first use of one does not make Vite bundle again and reload the page.
  optimizeDeps: {
    include: [
      '@observablehq/plot',
      '@tensorflow/tfjs-backend-webgl',
      '@tensorflow/tfjs-backend-webgl/dist/base.js',
      '@tensorflow/tfjs-core',
      'd3',
    ],
  },
  build: {
    outDir: join(checkout, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700, // kB; tfjs is loaded by the worker, and only for WebGL
    rolldownOptions: {
      input: pageEntries(application, pages),
      checks: { bundlerTimings: false },
    },
  },
});
