import { escapeHtml } from './answer.ts';

/**
 * The parts of a real page that are not about its product: styles, menus, tracking settings, help texts. They make pages as heavy as
 * real ones (20 to 110 kB) and hold the figures that careless readers take for the price.
 */
export function styles(rules: number): string {
  const names = ['card', 'grid', 'badge', 'price', 'media', 'drawer', 'header', 'footer', 'facet', 'swatch', 'modal', 'button'];
  const lines = Array.from({ length: rules }, (_, i) => `.${names[i % names.length]}-${i}__inner{margin:${i % 7}px auto;padding:${(i * 3) % 19}px;color:#${((i * 7919) % 0xffffff).toString(16).padStart(6, '0')};border-radius:${i % 9}px}`);
  return `<style>${lines.join('\n')}</style>`;
}

/** A menu of departments with the links a real header has. */
export function megaMenu(departments: readonly string[], sections: readonly string[], href: (department: string, section: string) => string): string {
  const columns = departments.map((department) => {
    const links = sections.map((section) => `<li class="menu__item"><a class="menu__link" href="${href(department, section)}">${escapeHtml(section)}</a></li>`);
    return `<li class="menu__column"><span class="menu__title">${escapeHtml(department)}</span><ul class="menu__list">${links.join('')}</ul></li>`;
  });
  return `<nav class="menu" aria-label="Main"><ul class="menu__columns">${columns.join('')}</ul></nav>`;
}

/** The settings scripts of analytics and consent tools: JSON-like, full of numbers, no use to a reader. */
export function trackingScripts(entries: number, view?: number): string {
  const events = Array.from({ length: entries }, (_, i) => ({ id: `evt_${i}`, name: `view_block_${i % 13}`, sampling: ((i * 37) % 100) / 100, slot: (i * 101) % 997, value: ((i * 1_237) % 9_000) / 100 }));
  const token = view === undefined ? '' : `window.__csrf="${(view * 2_654_435_761 % 0xffffffff).toString(16)}";`;
  return `<script>${token}window.dataLayer=window.dataLayer||[];window.analyticsSettings=${JSON.stringify({ version: '4.18', consent: 'granted', events })};</script>`;
}

/** Paragraphs that say the same thing in enough words. */
export function paragraphs(sentences: readonly string[], count: number): string {
  return Array.from({ length: count }, (_, i) => {
    const words = Array.from({ length: 4 }, (__, j) => sentences[(i * 3 + j) % sentences.length]);
    return `<p>${escapeHtml(words.join(' '))}</p>`;
  }).join('\n');
}
