import { mount } from 'svelte';
import { createTrainingServices } from '../../../src/app/trainingServices.ts';
import { createExperiment } from '../../../src/state/experiment/createExperiment.ts';
import type { Experiment } from '../../../src/state/experiment/experiment.svelte.ts';
import { PlotCursor } from '../../../src/state/plot/plotCursor.svelte.ts';
import EvaluationPanel from '../../../src/views/evaluation/EvaluationPanel.svelte';
import FieldPlot from '../../../src/views/plot/FieldPlot.svelte';
import '../../../src/views/edgewise.css';

const { connect } = createTrainingServices();
const recipes = ['linear', 'moon', 'saturn', 'spiral', 'circle'];

/** Ten experiments with plot and statistics, on SIMD, at full speed and without an end. */
const experiments = Array.from({ length: 10 }, (_, index) => {
  const data = recipes[index % recipes.length] ?? 'linear';
  const options = { data, engine: 'simd', speed: 'max', epochs: 0, seed: index };
  return show(createExperiment({ connect, options }));
});

function show(experiment: Experiment): Experiment {
  const target = document.createElement('div');
  target.className = 'edgewise';
  target.style.cssText = 'display: inline-grid; grid-template-rows: 250px 380px; width: 240px';
  document.body.append(target);
  const { field, samples, wrong, decision, display, evaluation } = experiment;
  const cursor = new PlotCursor(field, decision);
  const onsave = () => experiment.run.model();
  const onproblem = () => undefined;
  mount(FieldPlot, {
    target,
    props: { field, samples, wrong, decision, display, cursor, dark: false },
  });
  mount(EvaluationPanel, { target, props: { evaluation, decision, display, onsave, onproblem } });
  return experiment;
}

declare global {
  interface Window {
    /** Trains all of them. */
    trainAll: () => void;
    /** The steps that each of them has made. */
    stepsMade: () => number[];
  }
}

window.trainAll = () => experiments.forEach(({ run }) => run.train());
window.stepsMade = () => experiments.map(({ run }) => run.state.progress?.step ?? 0);
