import { describe, expect, it } from 'vitest';
import { steeredExperiment } from '../../support/steeredExperiment.ts';

function masked() {
  const { session, experiment } = steeredExperiment();
  const { inside, training, network, history } = experiment;
  const mask = () => {
    const { frozen, cut } = training.specification;
    return { frozen, cut };
  };
  return { session, experiment, inside, network, history, mask };
}

const free = { frozen: [], cut: [] };

describe('what is frozen and cut', () => {
  it('is sent to the run, which goes on', () => {
    const { session, inside } = masked();
    inside.hold({ column: 1, index: 4, part: 'bias' }, 'frozen');
    inside.hold({ column: 1, index: 0, part: 1 }, 'cut');
    expect(session.of('changeTraining').at(-1)?.training).toMatchObject({
      frozen: [44],
      cut: [20],
    });
    expect(session.of('start')).toHaveLength(1);
    expect(inside.holdOf({ column: 1, index: 4, part: 'bias' })).toBe('frozen');
    expect(inside.holdOf({ column: 1, index: 0, part: 1 })).toBe('cut');
    expect(inside.holdOf({ column: 1, index: 0 })).toBe('learns');
  });

  it('is undone act by act, and done again', () => {
    const { experiment, inside, mask } = masked();
    inside.hold({ column: 1, index: 4, part: 'bias' }, 'frozen');
    inside.hold({ column: 1, index: 5, part: 'bias' }, 'frozen');
    experiment.undo();
    expect(mask()).toEqual({ frozen: [44], cut: [] });
    expect(experiment.announcer.said.sentence).toBe(
      'Undone. Learning again: the bias of unit 6 of layer 1.',
    );
    experiment.undo();
    expect(mask()).toEqual(free);
    experiment.redo();
    expect(mask()).toEqual({ frozen: [44], cut: [] });
  });

  it('is forgotten where the network is built anew, until that is undone', () => {
    const { experiment, inside, network, mask } = masked();
    inside.hold({ column: 1, index: 4 }, 'cut');
    const before = mask();
    expect(before.cut).toHaveLength(5);
    network.setLayer(0, { units: 19 });
    expect(mask()).toEqual(free);
    experiment.undo();
    expect(mask()).toEqual(before);
  });

  it('stays with new weights, another activation and other samples', () => {
    const { experiment, inside, network, mask } = masked();
    inside.hold({ column: 2, index: 1 }, 'frozen');
    const before = mask();
    network.newWeights();
    network.setActivation('tanh');
    experiment.samples.chooseRecipe('moon');
    expect(mask()).toEqual(before);
  });

  it('of a whole unit is let go with all that was cut with it', () => {
    const { inside, mask } = masked();
    inside.hold({ column: 1, index: 4 }, 'cut');
    expect(inside.holdOf({ column: 1, index: 4 })).toBe('cut');
    inside.hold({ column: 1, index: 4 }, 'frozen');
    expect(mask()).toEqual({ frozen: [4, 24, 44], cut: [] });
    inside.hold({ column: 1, index: 4 }, 'learns');
    expect(mask()).toEqual(free);
  });
});
