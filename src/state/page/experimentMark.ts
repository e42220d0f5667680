/** What stands before the settings in the address of a notebook with that experiment. */
export const experimentMark = '#experiment&';
