/** Whether every text that a pattern of the grammar can match has an amount of money in it: `{offMinor}` outside of whatever may be left out. */
export function needsMoney(pattern: string): boolean {
  return alternatives(pattern, 0).needs;
}

interface Part {
  readonly needs: boolean;
  /** Just behind the part. */
  readonly end: number;
}

/** The alternatives of a pattern or group that begins here: all of them must need it. */
function alternatives(pattern: string, from: number): Part {
  let all = true;
  let one = false;
  let at = from;
  while (at < pattern.length && pattern.charAt(at) !== ')') {
    if (pattern.charAt(at) === '|') {
      all &&= one;
      one = false;
      at += 1;
      continue;
    }
    const part = atom(pattern, at);
    one ||= part.needs && !/^(?:[?*]|\{0)/.test(pattern.slice(part.end, part.end + 2));
    at = part.end;
  }
  return { needs: all && one, end: at + 1 };
}

/** One character, class, parameter or group. */
function atom(pattern: string, at: number): Part {
  const char = pattern.charAt(at);
  if (char === '\\') return { needs: false, end: at + (/^\\p\{[^}]*\}/i.exec(pattern.slice(at, at + 30))?.[0].length ?? 2) };
  if (char === '[') return { needs: false, end: at + (/^\[(?:\\.|[^\]])*\]/.exec(pattern.slice(at))?.[0].length ?? 1) };
  if (char === '{') {
    const name = /^\{([a-z][a-zA-Z]{2,})\}/.exec(pattern.slice(at, at + 30));
    return { needs: name?.[1] === 'money' || (name?.[1]?.endsWith('Minor') ?? false), end: at + (name?.[0].length ?? 1) };
  }
  if (char !== '(') return { needs: false, end: at + 1 };
  const open = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(pattern.slice(at, at + 30))?.[0] ?? '(';
  const inner = alternatives(pattern, at + open.length);
  return { needs: inner.needs && !/^\(\?<?[=!]/.test(open), end: inner.end };
}
