import { type FlatElement, type FlatPage, upwards } from './flat.ts';

/** One step of a selector: tag, id, classes, attributes. */
interface Step {
  readonly tag?: string;
  readonly id?: string;
  readonly classes: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly operator: string; readonly value: string }[];
}

const cache = new Map<string, readonly (readonly Step[])[]>();

/** The elements that fit a simple selector (`li.item[data-id] .price, #x`), inside one element or the whole page, in order. */
export function select(page: FlatPage, selector: string, inside?: FlatElement): FlatElement[] {
  const steps = cache.get(selector) ?? selector.split(',').map((part) => part.trim().split(/\s+/).map(parseStep));
  cache.set(selector, steps);
  const found: FlatElement[] = [];
  for (let i = inside?.index ?? 0; i < (inside?.end ?? page.elements.length); i += 1) {
    const element = page.elements[i];
    if (element && steps.some((path) => fits(page, element, path))) found.push(element);
  }
  return found;
}

function parseStep(text: string): Step {
  const tag = /^[a-z][a-z0-9]*/i.exec(text)?.[0].toLowerCase();
  const id = /#([\w-]+)/.exec(text)?.[1];
  const classes = [...text.replace(/\[[^\]]*\]/g, '').matchAll(/\.([\w-]+)/g)].map((match) => match[1] ?? '');
  const attributes = [...text.matchAll(/\[([\w-]+)(?:([*^$]?=)["']?([^"'\]]*)["']?)?\]/g)].map((match) => ({ name: match[1] ?? '', operator: match[2] ?? '', value: match[3] ?? '' }));
  return { ...(tag && { tag }), ...(id && { id }), classes, attributes };
}

function fits(page: FlatPage, element: FlatElement, path: readonly Step[]): boolean {
  const own = path[path.length - 1];
  if (!own || !fitsStep(element, own)) return false;
  let left = path.length - 2;
  if (left < 0) return true;
  for (const above of upwards(page, element.parent)) {
    const step = path[left];
    if (step && fitsStep(above, step)) left -= 1;
    if (left < 0) return true;
  }
  return false;
}

function fitsStep(element: FlatElement, step: Step): boolean {
  if (step.tag !== undefined && step.tag !== element.tag || step.id !== undefined && element.attributes['id'] !== step.id) return false;
  const own = element.attributes['class'] ?? '';
  if (step.classes.some((name) => !own.includes(name))) return false;
  const classes = step.classes.length > 0 ? ` ${own.replace(/\s+/g, ' ')} ` : '';
  return step.classes.every((name) => classes.includes(` ${name} `)) && step.attributes.every((one) => fitsAttribute(element.attributes[one.name], one.operator, one.value));
}

function fitsAttribute(actual: string | undefined, operator: string, value: string): boolean {
  if (actual === undefined) return false;
  switch (operator) {
    case '=': return actual === value;
    case '^=': return actual.startsWith(value);
    case '$=': return actual.endsWith(value);
    case '*=': return actual.includes(value);
    default: return true;
  }
}
