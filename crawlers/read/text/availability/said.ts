/**
 * What shops of one language say about stock. Data only. Phrases are regular expression sources over lower-case text; alphabetic
 * ones match whole words.
 */
export interface Said {
  readonly language: string;
  readonly phrases: readonly string[];
}
