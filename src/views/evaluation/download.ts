/** Milliseconds after which no browser needs the address of a download any more. */
const patience = 60_000;

/** A file for the user. */
export interface Download {
  readonly name: string;
  readonly content: Blob;
}

/** Hands files to the user: all, or none where the browser refuses, and then it throws. */
export function download(files: readonly Download[]): void {
  const links = files.map(({ name, content }) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(content);
    link.download = name;
    return link;
  });
  for (const link of links) {
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), patience);
  }
}
