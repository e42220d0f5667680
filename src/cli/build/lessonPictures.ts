import { readFileSync } from 'node:fs';
import { type InlineConfig, type Plugin, runnerImport } from 'vite';

/** How a source asks for the picture of a notebook. */
const query = '?picture';

/** How often it is tried again to load the maker of pictures. */
const tries = 3;

/** What the maker of pictures exports. */
interface PictureMaker {
  /** The text of an SVG, for the text of a notebook. */
  readonly lessonPicture: (text: string) => Promise<string>;
}

/**
 * Makes `lesson.html?picture` a module whose default export is the picture that the notebook makes.
 * `maker`: the file of `lessonPicture`, which is loaded when the first picture is asked for. `config`:
 * what it needs to be loaded.
 */
export function lessonPictures(maker: string, config: () => InlineConfig): Plugin {
  let loading: Promise<PictureMaker> | undefined;
  const load = async (triesLeft: number): Promise<PictureMaker> => {
    try {
      const loaded = await runnerImport<PictureMaker>(maker, { ...config(), configFile: false });
      return loaded.module;
    } catch (problem) {
      // Vite waits a minute for a module; on a busy machine that may be too short.
      if (triesLeft === 0 || !String(problem).includes('timed out')) throw problem;
      return load(triesLeft - 1);
    }
  };
  return {
    name: 'edgewise:lesson-pictures',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(query)) return undefined;
      const file = id.slice(0, -query.length);
      this.addWatchFile(file);
      const { lessonPicture } = await (loading ??= load(tries));
      try {
        const picture = await lessonPicture(readFileSync(file, 'utf8'));
        return { code: `export default ${JSON.stringify(picture)};`, moduleType: 'js' };
      } catch (problem) {
        const why = problem instanceof Error ? problem.message : String(problem);
        return this.error(`${file}: its picture cannot be made: ${why}`);
      }
    },
  };
}
