/** The answer is larger than the source allows. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The answer did not come, or not whole, within the source's timeout. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** The answer came, but damaged. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

/** The batch was aborted while the request was on its way. */
export class Aborted extends Error {
  override readonly name = 'Aborted';
}
