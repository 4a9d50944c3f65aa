/** The text with the user and password of every URL in it replaced, fit for logs. */
export function withoutSecrets(text: string): string {
  return text.replace(/(\w+:\/\/)[^\s/@]*@/g, '$1***@');
}

/** In words, that a server of the operator's does not answer, and what to look at; `setting` is where its address stands. */
export function noAnswer(url: string, error: unknown, setting: string): string {
  return `${withoutSecrets(url)} does not answer: ${error instanceof Error ? withoutSecrets(error.message) : 'unknown reason'}; see that it runs and that ${setting} is right`;
}
