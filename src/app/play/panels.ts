import DataPanel from '../../views/data/DataPanel.svelte';
import EvaluationPanel from '../../views/evaluation/EvaluationPanel.svelte';
import LossPanel from '../../views/loss/LossPanel.svelte';
import NetworkPanel from '../../views/network/NetworkPanel.svelte';
import UpdaterPanel from '../../views/updater/UpdaterPanel.svelte';

/** What stands beside the plot, in one file of the build. */
export const panels = { DataPanel, EvaluationPanel, LossPanel, NetworkPanel, UpdaterPanel };
