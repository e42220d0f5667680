// Takes the place of Notebook Kit's file of that name, whose data sets come from a CDN: all that it
// exports is a name for cells, so it exports nothing.
void 0;
export {};
