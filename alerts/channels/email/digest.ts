import type { Digest } from '../../messages/digest.ts';
import { fitDigest, type FittedDigest } from '../fit.ts';
import { digestEnd, plainDigest, webLinks } from '../text.ts';
import { heading, linkRow, page, paragraphs, picture } from './html.ts';
import { LIMITS, type Mail } from './render.ts';

/** The digest as a mail: a heading for each product, below it the lines of each page with their links, and its picture. */
export function renderDigest(digest: Digest): Mail {
  return fitDigest(digest, LIMITS, mailOf, (mail) => mail.html.length);
}

function mailOf(digest: FittedDigest): Mail {
  const { headline, language, severity, groups } = digest;
  const rows = groups.flatMap(({ title, pages, chart }, index) => [
    heading(title), ...pages.flatMap(({ lines, links }) => [paragraphs(lines), linkRow(webLinks(links))]), chart ? picture(`chart${index}`, chart.alt) : '',
  ]);
  return {
    subject: headline, html: page({ language, tone: severity, headline, rows: [...rows, paragraphs(digestEnd(digest))] }), text: plainDigest(digest),
    pictures: groups.flatMap(({ chart }, index) => (chart ? [{ cid: `chart${index}`, png: chart.png }] : [])),
  };
}
