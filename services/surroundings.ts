import type { PrivatePython } from './python.ts';
import type { RunningServer, ServerSpec } from './server-spec.ts';

/** What the links of one start share. */
export interface Surroundings {
  /** The project's `.rivalwatch`. */
  readonly home: string;
  readonly dataFolder: string;
  readonly throwAway: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
  readonly python: PrivatePython;
  /** Starts or joins a server and has it stopped with the rest. */
  hold(spec: ServerSpec): Promise<RunningServer>;
}
