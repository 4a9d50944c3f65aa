import { chromium, type Browser, type BrowserType, type LaunchOptions } from 'playwright';

/** A blink feature that Crawlee turns off so that pages cannot see `navigator.webdriver`. We are a robot and say so. */
const DISGUISE = 'AutomationControlled';

/** Where Chromium is and what it must be started with; `env` is added to the environment. */
export interface Chromium {
  readonly path: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What Chromium says where an ordinary user may make no user namespaces: on Ubuntu for a browser outside of the system's folders, in containers, and with a helper that has lost its rights. */
const NO_SANDBOX = /No usable sandbox|Failed to move to new namespace|SUID sandbox helper binary was found, but is not configured/;

/**
 * Playwright's Chromium without the disguise that Crawlee adds to its arguments. Where the machine gives it no sandbox it is started without, and `warn` is told
 * so, once.
 */
export function honestChromium(warn: (words: string) => void): BrowserType {
  let sandboxed = true;
  const launch: BrowserType['launch'] = async ({ chromiumSandbox = false, ...options } = {}) => {
    const start = (sandbox: boolean): Promise<Browser> => chromium.launch({ ...options, chromiumSandbox: sandbox, args: withoutDisguise(options.args ?? []) });
    const wanted = chromiumSandbox && sandboxed;
    try {
      return await start(wanted);
    } catch (error) {
      if (!wanted || !(error instanceof Error && NO_SANDBOX.test(error.message))) throw error;
      if (sandboxed) warn('this machine gives Chromium no sandbox: it runs without; in a container that is usual');
      sandboxed = false;
      return start(false);
    }
  };
  return new Proxy(chromium, {
    get: (target, name): unknown => (name === 'launch' ? launch : Reflect.get(target, name)),
  });
}

function withoutDisguise(args: readonly string[]): string[] {
  return args.flatMap((arg) => {
    if (!arg.startsWith('--disable-blink-features=')) return [arg];
    const features = arg.slice('--disable-blink-features='.length).split(',').filter((feature) => feature !== DISGUISE);
    return features.length > 0 ? [`--disable-blink-features=${features.join(',')}`] : [];
  });
}

/** How Chromium is started: everything it fetches goes through the proxy, loopback included, and nothing beside it. */
export function launchOptions({ path, args, env }: Chromium, proxy: string): LaunchOptions {
  return {
    executablePath: path, headless: true, env: { ...ordinary(process.env), ...env },
    // The sandbox cannot be had as root; for everybody else it stays, where there is one.
    chromiumSandbox: process.getuid?.() !== 0,
    proxy: { server: proxy, bypass: '<-loopback>' },
    // Signals end the program in order, its browsers with it; Playwright would end the process on the spot.
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
    args: [...args, '--force-webrtc-ip-handling-policy=disable_non_proxied_udp', '--disable-quic'],
  };
}

/** What a browser needs of the environment. The rest, passwords among it, is nothing to a process that runs strangers' scripts. */
const ORDINARY = /^(?:PATH|HOME|USER|TMPDIR|TZ|LANG|LC_\w+|XDG_\w+|FONTCONFIG_\w+|LD_LIBRARY_PATH|SystemRoot|TEMP|LOCALAPPDATA)$/;

function ordinary(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (ORDINARY.test(name) && value !== undefined ? [[name, value]] : [])));
}
