/** Words of the screen that are neither a setting nor a metric, each explained by one sentence. */
export const terms = {
  trainingSet: {
    label: 'training',
    meaning: 'The training set: the samples that the network learns from.',
  },
  evaluationSet: {
    label: 'evaluation',
    meaning: 'The evaluation set: samples that test the network; it never learns from them.',
  },
  parameters: {
    label: 'parameters',
    meaning: 'The numbers that training changes: every weight and every bias of the network.',
  },
  confusionMatrix: {
    label: 'Confusion matrix',
    meaning:
      'How many samples of each class are predicted as which; those on the diagonal are right.',
  },
  roc: {
    label: 'ROC',
    meaning:
      'True against false positive rate for every threshold: the closer to the upper left corner, the better; the dot is the threshold that is used.',
  },
  precisionRecall: {
    label: 'Precision and recall',
    meaning:
      'Precision against recall for every threshold: the closer to the upper right corner, the better; the dot is the threshold that is used.',
  },
  classScores: {
    label: 'scores of',
    meaning:
      'Precision, recall and F1 speak of one class; the macro average is their mean over the classes.',
  },
  loss: {
    label: 'Loss',
    meaning:
      'How far the predictions are from the truth, on average: 0 if certain and right, ln 2 ≈ 0.69 at 50 to 50.',
  },
} as const;
