/** True for something that can be a BCP 47 tag, so that `lang="<?= $lang ?>"` is not taken for one. */
export function isLanguage(text: string): boolean {
  return /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(text);
}
