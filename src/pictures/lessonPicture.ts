import { JSDOM } from 'jsdom';
import { networkThumbnail } from '../figures/networkThumbnail.ts';
import { readNotebook } from '../notebook/notebookFile.ts';
import { madeTrainers } from './madeTrainers.ts';
import { trainedNetwork } from './trainedNetwork.ts';

/** Side of the picture in pixels. */
const size = 120;

/** Cells of the field along a side. */
const resolution = 40;

/**
 * The picture of a notebook, as the text of an SVG: of the networks of two classes that its cells make,
 * each trained as they say, the one that predicts most of its evaluation samples right. Empty where
 * there is none. The same text gives the same picture on every machine.
 * @throws Error with a sentence if a cell cannot be read or asks for a network that cannot be.
 */
export async function lessonPicture(text: string): Promise<string> {
  const { cells } = readNotebook(text, new new JSDOM().window.DOMParser());
  const made = (await madeTrainers(cells)).map(({ experiment }) => experiment);
  const ofTwo = made.filter(({ configuration }) => configuration.network.classes === 2);
  const trained = await Promise.all(ofTwo.map((one) => trainedNetwork(one, resolution)));
  const [best] = trained.toSorted((a, b) => b.accuracy - a.accuracy);
  if (!best) return '';
  return networkThumbnail({ ...best, samples: best.samples.training, size });
}
