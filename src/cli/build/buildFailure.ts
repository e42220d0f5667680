/** The application cannot be built; the message says why. */
export class BuildFailure extends Error {
  override readonly name = 'BuildFailure';
}
