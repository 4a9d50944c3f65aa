import { withoutSecrets } from '../model/address.ts';

/** In words, that a server of the operator's does not answer, and what to look at; `setting` is where its address stands. */
export function noAnswer(url: string, error: unknown, setting: string): string {
  return `${withoutSecrets(url)} does not answer: ${error instanceof Error ? withoutSecrets(error.message) : 'unknown reason'}; see that it runs and that ${setting} is right`;
}
