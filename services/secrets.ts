/** The text with the user and password of every URL in it replaced, fit for logs. */
export function withoutSecrets(text: string): string {
  return text.replace(/(\w+:\/\/)[^\s/@]*@/g, '$1***@');
}
