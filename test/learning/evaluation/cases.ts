import { createRandom } from '../../../src/learning/random.ts';

/** Labels and probabilities that give this confusion matrix of two classes, in the order of its cells. */
export function fromMatrix(matrix: readonly (readonly number[])[]) {
  const labels: number[] = [];
  const probabilities: number[] = [];
  matrix.forEach((row, actual) => {
    row.forEach((count, predicted) => {
      for (let i = 0; i < count; i++) {
        labels.push(actual);
        probabilities.push(...row.map((_, c) => (c === predicted ? 0.8 : 0.2 / (row.length - 1))));
      }
    });
  });
  return { labels: new Uint8Array(labels), probabilities: new Float32Array(probabilities) };
}

/** Two-class probabilities from the probability of class 1. */
export function fromScores(labels: readonly number[], scores: readonly number[]) {
  return {
    labels: new Uint8Array(labels),
    probabilities: new Float32Array(scores.flatMap((score) => [1 - score, score])),
  };
}

/** Random predictions of two classes, better than chance; `levels` different probabilities. */
export function randomPredictions(seed: number, samples: number, levels = 1024) {
  const random = createRandom(seed);
  const labels: number[] = [];
  const scores: number[] = [];
  for (let i = 0; i < samples; i++) {
    const label = random.integer(2);
    const score = (random.uniform() * 2 + label) / 3;
    labels.push(label);
    scores.push(Math.round(score * levels) / levels);
  }
  return { scores, ...fromScores(labels, scores) };
}

/** Random rows of K probabilities that sum to 1. */
export function randomClasses(seed: number, samples: number, classes: number) {
  const random = createRandom(seed);
  const labels = Uint8Array.from({ length: samples }, () => random.integer(classes));
  const probabilities = new Float32Array(samples * classes);
  for (let i = 0; i < samples; i++) {
    const weights = Array.from({ length: classes }, (_, c) =>
      Math.exp(random.normal() + (c === labels[i] ? 1 : 0)),
    );
    const sum = weights.reduce((a, b) => a + b);
    weights.forEach((weight, c) => (probabilities[i * classes + c] = weight / sum));
  }
  return { labels, probabilities };
}

/** The samples in another order. */
export function shuffled(
  { labels, probabilities }: { labels: Uint8Array; probabilities: Float32Array },
  seed: number,
) {
  const random = createRandom(seed);
  const classes = probabilities.length / labels.length;
  const order = Array.from(labels, (label, i) => ({ i, label, key: random.uniform() }));
  order.sort((a, b) => a.key - b.key);
  return {
    labels: Uint8Array.from(order, ({ label }) => label),
    probabilities: new Float32Array(
      order.flatMap(({ i }) => [...probabilities.subarray(i * classes, (i + 1) * classes)]),
    ),
  };
}
