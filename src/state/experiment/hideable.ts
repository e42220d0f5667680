/** The panels beside the plot, in their order. */
export const panels = [
  { name: 'data', label: 'Data' },
  { name: 'network', label: 'Network' },
  { name: 'updater', label: 'Updater' },
  { name: 'evaluation', label: 'Evaluation' },
  { name: 'loss', label: 'Loss' },
] as const;
export type PanelName = (typeof panels)[number]['name'];

/** A part of the page that a link can hide. */
export type Hideable = PanelName | 'questions';

/** All that a link can hide, in the order of the page; the plot and Train always stay. */
export const hideable: readonly { readonly name: Hideable; readonly label: string }[] = [
  ...panels,
  { name: 'questions', label: 'Questions' },
];
