import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { keepTfjsApart, limitStart } from './src/cli/build/buildChecks.ts';
import { compressFiles } from './src/cli/build/compressFiles.ts';
import { exportedParts } from './src/cli/build/exportedParts.ts';
import { lessonPictures } from './src/cli/build/lessonPictures.ts';
import { licences } from './src/cli/build/licences.ts';
import { notebookCopies } from './src/cli/build/notebookCopies.ts';
import { isInKit, notebookKit } from './src/cli/build/notebookKit.ts';
import { pageEntries } from './src/cli/build/pageEntries.ts';
import { startingPage } from './src/cli/build/startingPage.ts';
import { startWorkerEarly } from './src/cli/build/startWorkerEarly.ts';
import { pages } from './src/pages/pages.ts';

const checkout = import.meta.dirname;
const application = join(checkout, 'src/app');
const kitFolder = join(checkout, 'src/notebook/kit');
const licence = licences(join(checkout, 'LICENSE'));

export default defineConfig({
  root: application,
  base: './',
  appType: 'mpa',
  plugins: [
    startingPage(application, {
      icon: join(application, 'icon.html'),
      'before start': join(application, 'beforeStart.html'),
    }),
    notebookKit(kitFolder),
    lessonPictures(join(checkout, 'src/pictures/lessonPicture.ts'), () => ({
      root: application,
      plugins: [notebookKit(kitFolder)],
    })),
    notebookCopies((file) => file.startsWith(kitFolder) || isInKit(file)),
    svelte({ configFile: false }),
    limitStart(pages),
    keepTfjsApart(),
    licence.page,
    startWorkerEarly(['class/']), // its worker simulates a class
    exportedParts(
      {
        edgewise: join(application, 'export/edgewiseFile.ts'),
        player: join(application, 'export/player.ts'),
      },
      () => ({
        root: application,
        plugins: [notebookKit(kitFolder), svelte({ configFile: false })],
      }),
    ),
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
    chunkSizeWarningLimit: 1200, // kB; all of tfjs is loaded only for cells that import it
    rolldownOptions: {
      input: pageEntries(application, pages),
      checks: { bundlerTimings: false },
    },
  },
});
