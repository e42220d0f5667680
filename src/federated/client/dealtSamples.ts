import { makeSampleSets } from '../../learning/datasets/makeSampleSets.ts';
import { combineSeeds, createRandom } from '../../learning/random.ts';
import type { Samples } from '../../learning/samples.ts';
import { dealNamed } from '../deals/deals.ts';
import { pickSamples } from '../pickSamples.ts';
import type { RoomPlan } from '../settings/roomPlan.ts';

const dealStream = 11;

/** What the device in that place of a room holds; it draws them itself, so that none travels. */
export function dealtSamples(plan: RoomPlan, place: number): Samples {
  const samples = makeSampleSets(plan.recipe).training;
  const { clients, deal, alpha } = plan.class;
  const random = createRandom(combineSeeds(plan.network.seed, dealStream));
  const hands = dealNamed(deal).deal({ samples, clients, random, alpha });
  return pickSamples(samples, hands[place % clients] ?? new Uint32Array());
}
