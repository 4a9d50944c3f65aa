/** A time that runs as the machine's does, and ahead by what nobody waits for. */
export interface VirtualClock {
  readonly now: () => Date;
  /** Of the machine's. Milliseconds. */
  readonly ahead: () => number;
  readonly listen: (told: (ahead: number) => void) => void;
  /** Lets so many milliseconds pass at once. */
  readonly pass: (milliseconds: number) => void;
  /** Lets time pass until then; nothing when it is later already. */
  readonly reach: (epochMs: number) => void;
}

/** A clock that shows the machine's time, or that one, until somebody lets time pass. */
export function virtualClock(startsAt = Date.now()): VirtualClock {
  let ahead = startsAt - Date.now();
  let tell: (ahead: number) => void = () => undefined;
  const pass = (milliseconds: number): void => {
    ahead += Math.max(0, milliseconds);
    tell(ahead);
  };
  return {
    now: () => new Date(Date.now() + ahead), ahead: () => ahead, pass,
    listen: (told) => { tell = told; },
    reach: (epochMs) => pass(epochMs - Date.now() - ahead),
  };
}
