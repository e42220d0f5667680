import type { Challenge, Facts } from './challenge.ts';

/** In the order in which they are asked. */
export const challenges: readonly Challenge[] = [
  {
    name: 'line',
    question: 'Can a straight line do it?',
    address: 'data=moon&hidden=none',
    hint: 'Train. Then add a hidden layer, until 95 of 100 new samples are right.',
    isReached: (facts) => isOn(facts, 'moon') && layers(facts) > 0 && held(facts) >= 0.95,
    word: 'Without hidden layers a network can only draw a straight line.',
    answer: 'data=moon&hidden=8&rate=0.02',
  },
  {
    name: 'one-unit',
    question: 'Is one unit enough for two clouds?',
    address: 'data=linear&hidden=20',
    hint: 'Take units away, and train: 0.97 on new samples with a single unit.',
    isReached: (facts) => isOn(facts, 'linear') && units(facts) === 1 && held(facts) >= 0.97,
    word: 'One unit draws one line, and these clouds need no more.',
    answer: 'data=linear&hidden=1&activation=tanh',
  },
  {
    name: 'squares',
    question: 'Circles without any hidden layer?',
    address: 'data=circle&hidden=none',
    hint: 'Switch other inputs on, in the drawing of the network.',
    isReached: (facts) => isOn(facts, 'circle') && layers(facts) === 0 && held(facts) >= 0.95,
    word: 'With x² and y² as inputs a circle is a straight matter.',
    answer: 'data=circle&hidden=none&features=xx,yy&rate=0.1',
  },
  {
    name: 'product',
    question: 'XOR with a single input?',
    address: 'data=xor&hidden=none',
    hint: 'One of the nine inputs has the answer by itself.',
    isReached: (facts) =>
      isOn(facts, 'xor') && layers(facts) === 0 && inputs(facts) === 1 && held(facts) >= 0.9,
    word: 'The sign of x·y is the class.',
    answer: 'data=xor&hidden=none&features=xy&rate=0.1',
  },
  {
    name: 'spiral',
    question: 'How few units does the spiral need?',
    address: 'data=spiral&hidden=20',
    hint: 'At most 10 hidden units in all, and 0.97 on new samples. tanh may help.',
    isReached: (facts) => isOn(facts, 'spiral') && units(facts) <= 10 && held(facts) >= 0.97,
    word: 'A second layer bends what the first one has bent.',
    answer: 'data=spiral&hidden=6,4&activation=tanh&updater=adam&rate=0.02',
  },
  {
    name: 'saturn',
    question: 'A planet and its ring with three units?',
    address: 'data=saturn&hidden=20',
    hint: 'Three lines make a triangle around the planet. 0.95 on new samples.',
    isReached: (facts) => isOn(facts, 'saturn') && units(facts) <= 3 && held(facts) >= 0.95,
    word: 'Three lines enclose a place.',
    answer: 'data=saturn&hidden=3&activation=tanh&rate=0.02&epochs=100&seed=5',
  },
  {
    name: 'memory',
    question: 'Can it learn 30 samples by heart?',
    address: 'data=moon&training=30',
    hint: 'Every training sample right, and more than 5 of 100 new ones wrong.',
    isReached: (facts) => isOn(facts, 'moon') && known(facts) === 1 && held(facts) < 0.95,
    word: 'That is overfitting: it knows its samples, not the moons.',
    answer: 'data=moon&training=30&hidden=40,40&updater=adam&rate=0.02&epochs=400',
  },
  {
    name: 'break',
    question: 'Can you break it?',
    address: 'data=moon&activation=linear',
    hint: 'Make the loss grow beyond all numbers. The learning rate goes up to 10.',
    isReached: ({ diverged }) => diverged,
    word: 'Steps that are too long lead away instead of down.',
    answer: 'data=moon&activation=linear&hidden=20,20&updater=sgd&rate=10',
  },
  {
    name: 'still',
    question: 'Eight layers of sigmoids: why does nothing move?',
    address: 'data=moon&hidden=8,8,8,8,8,8,8,8&activation=sigmoid',
    hint: 'Keep the eight layers, change what you like else, and get 0.9 on new samples.',
    isReached: (facts) => isOn(facts, 'moon') && layers(facts) === 8 && held(facts) >= 0.9,
    word: 'Each sigmoid passes on a quarter of the gradient at most; after eight nothing is left.',
    answer: 'data=moon&hidden=8,8,8,8,8,8,8,8&activation=tanh&updater=adam',
  },
  {
    name: 'quick',
    question: 'How few steps for two moons?',
    address: 'data=moon',
    hint: 'Before step 200, 0.95 on new samples.',
    isReached: (facts) => isOn(facts, 'moon') && facts.step < 200 && held(facts) >= 0.95,
    word: 'An updater with a memory and a rate that suits it go far in a few steps.',
    answer: 'data=moon&updater=adam&rate=0.05&epochs=4',
  },
  {
    name: 'sure',
    question: 'How sure can it be of two clouds?',
    address: 'data=linear',
    hint: 'Bring the training loss below 0.02.',
    isReached: (facts) => isOn(facts, 'linear') && facts.step > 0 && facts.loss < 0.02,
    word: 'The loss falls on long after the accuracy has stopped to rise.',
    answer: 'data=linear&updater=adam&rate=0.02&epochs=100',
  },
  {
    name: 'half',
    question: 'Can you make it always say the same?',
    address: 'data=moon',
    hint: 'After at least 100 steps it shall be right half of the time, and no more.',
    isReached: (facts) =>
      isOn(facts, 'moon') && facts.step >= 100 && !facts.diverged && held(facts) <= 0.55,
    word: 'A strong penalty on the weights leaves none with which to tell the classes apart.',
    answer: 'data=moon&l2=1&rate=0.1',
  },
];

function isOn({ experiment: { source } }: Facts, set: string): boolean {
  return source.kind === 'recipe' && source.recipe.set === set;
}

function layers({ experiment }: Facts): number {
  return experiment.configuration.network.hidden.length;
}

function units({ experiment }: Facts): number {
  return experiment.configuration.network.hidden.reduce((sum, layer) => sum + layer.units, 0);
}

function inputs({ experiment }: Facts): number {
  return experiment.configuration.network.features.length;
}

/** Accuracy on samples from which it did not learn. */
function held({ accuracies }: Facts): number {
  return accuracies.evaluation ?? NaN;
}

/** Accuracy on the samples from which it learned. */
function known({ accuracies }: Facts): number {
  return accuracies.training ?? NaN;
}
