import type { ChoiceField } from '../../../learning/settings/field.ts';
import { choiceSetting } from '../../../learning/settings/fieldSettings.ts';
import type { Setting } from '../../../learning/settings/setting.ts';
import { readNameText } from '../../../learning/settings/textReaders.ts';
import { hideable } from '../../experiment/hideable.ts';
import type { DisplaySettings } from '../../experiment/settings.ts';

const show: ChoiceField = {
  key: 'show',
  label: 'samples shown',
  meaning: 'Which samples the plot shows.',
  path: 'display.showTraining',
  choices: words('both', 'training', 'evaluation', 'none'),
  default: 'training',
};

const scores: ChoiceField = {
  key: 'scores',
  label: 'precision, recall and F1 of',
  meaning: 'Whether precision, recall and F1 are those of the positive class or the mean of all.',
  path: 'display.macroScores',
  choices: words('class', 'macro'),
  default: 'class',
};

const matrix: ChoiceField = {
  key: 'matrix',
  label: 'confusion matrix of',
  meaning: 'The set whose confusion matrix is shown.',
  path: 'display.matrixSet',
  choices: words('training', 'evaluation'),
  default: 'evaluation',
};

const loss: ChoiceField = {
  key: 'loss',
  label: 'axis of the loss',
  meaning: 'Whether the axis of the loss curves is linear or logarithmic.',
  path: 'display.logarithmicLoss',
  choices: words('linear', 'log'),
  default: 'linear',
};

const moreScores: ChoiceField = {
  key: 'more-scores',
  label: 'more scores',
  meaning: 'Whether MCC, log loss, ROC, precision, recall and F1 are shown.',
  path: 'display.moreScores',
  choices: words('hidden', 'shown'),
  default: 'hidden',
};

const hide = {
  key: 'hide',
  label: 'hidden parts',
  meaning: 'What a lesson leaves out of the page; whoever opens the link can show it again.',
  path: 'display.hidden',
} as const;

/** `data,loss`, or `none` */
const hideSetting: Setting<DisplaySettings> = {
  ...hide,
  form: 'list',
  expected: `some of ${hideable.map(({ name }) => name).join(', ')}, or none`,
  defaultText: 'none',
  follows: [],
  write: ({ hidden }) => hidden.join(',') || 'none',
  read: (text, display) => {
    const names = text.trim() === 'none' ? [] : text.split(',');
    const given = new Set(names.map((name) => readNameText(hide, name, hideable)));
    const hidden = hideable.map(({ name }) => name).filter((name) => given.has(name));
    return { ...display, hidden };
  },
};

/** The settings of the display. */
export const displaySettings: readonly Setting<DisplaySettings>[] = [
  choiceSetting(show, {
    get: ({ showTraining, showEvaluation }) => {
      if (showTraining) return showEvaluation ? 'both' : 'training';
      return showEvaluation ? 'evaluation' : 'none';
    },
    set: (display, word) => ({
      ...display,
      showTraining: word === 'both' || word === 'training',
      showEvaluation: word === 'both' || word === 'evaluation',
    }),
  }),
  choiceSetting(scores, {
    get: ({ macroScores }) => (macroScores ? 'macro' : 'class'),
    set: (display, word) => ({ ...display, macroScores: word === 'macro' }),
  }),
  choiceSetting(matrix, {
    get: ({ matrixSet }) => matrixSet,
    set: (display, word) => ({
      ...display,
      matrixSet: word === 'training' ? 'training' : 'evaluation',
    }),
  }),
  choiceSetting(loss, {
    get: ({ logarithmicLoss }) => (logarithmicLoss ? 'log' : 'linear'),
    set: (display, word) => ({ ...display, logarithmicLoss: word === 'log' }),
  }),
  choiceSetting(moreScores, {
    get: (display) => (display.moreScores ? 'shown' : 'hidden'),
    set: (display, word) => ({ ...display, moreScores: word === 'shown' }),
  }),
  hideSetting,
];

function words(...names: readonly string[]) {
  return names.map((name) => ({ name, label: name }));
}
