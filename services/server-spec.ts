/**
 * A server of one data folder, shared by all programs that use the folder:
 *   server.json  which process serves on which port        users/  a file per start that uses it, named by process
 *   server.log   what it wrote since it was started         data/   its data
 *   lock         held while somebody starts or stops it     ending  the watchdog is about to stop it
 * It ends with its last user: by stop(), or by the watchdog when the last user died.
 */
export interface ServerSpec {
  /** For messages, e.g. `Redis`. */
  readonly name: string;
  /** Its folder; nobody else's. */
  readonly folder: string;
  /** Removes the folder when the server ends. */
  readonly throwAway: boolean;
  /** The command that serves `dataFolder` on a loopback port, in the foreground. */
  command(port: number, dataFolder: string): { readonly file: string; readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv };
  /** Answers with the version once the server can be used; rejects before. */
  ping(port: number): Promise<string>;
  /** Starts the server again when it dies while it is held. */
  readonly keep?: boolean;
  /** Longest wait for the first answer in milliseconds; a minute when left out. */
  readonly patience?: number;
}

export interface RunningServer {
  readonly port: number;
  readonly version: string;
  /** It was running already, started by another program. */
  readonly shared: boolean;
  stop(): Promise<void>;
}
