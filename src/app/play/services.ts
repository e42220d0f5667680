import { createTrainingServices } from '../trainingServices.ts';

/** What the page offers to its experiment. Made before all else is evaluated, so that the worker loads meanwhile. */
export const services = createTrainingServices();
