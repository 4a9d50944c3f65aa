/** Parameters that say where a visitor came from, not what is shown. */
const TRACKING = /^(?:utm_|referr?er$|extparam$|mc_|pk_|ga_|hsa_|spm|scm|ref_?$|ref_|tag$|gclid|gclsrc|dclid|fbclid|msclkid|yclid|igshid|_branch|affiliate|aff_|a_aid$|a_bid$|a_cid$|awc$|irclickid|ranmid$|raneaid$|ransiteid$|clickid|cjevent|source$|pf_rd_|pd_rd_|psc$|qid$|sr$|keywords$|srsltid|_pos$|_sid$|_ss$|pr_prod_strat|pr_rec_id|pr_ref_pid|pr_rec_pid|pr_seq|_trkparms|_trksid|hash$|amdata|algo_|pdp_(?:npi|ext_f)$|curpageloguid$|utparam|abbucket$|ns$|dib(?:_tag)?$|crid$|sprefix$|click_?(?:key|sum|sr)$|plkey$|itmmeta$|itmprp$|_skw$|ath(?:cpid|pgid|bdg|znid|ieid|stid|guid|posb)$|tracking_?id$|polycard_client$|search_layout$|reco_|otracker|srno$|cm_(?:sp|mmc)$|banner_id$|mkevt$|mkcid$|mkrid$|campid$|toolid$|customid$|pvid$|xpid$)/i;

export function parseUrl(text: string | undefined, base?: string | URL): URL | undefined {
  if (!text) return undefined;
  try {
    const url = new URL(text.trim(), base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The URL without fragment and tracking parameters, parameters in order of their names. */
export function canonicalUrl(url: URL): string {
  const clean = new URL(url);
  clean.hash = '';
  clean.pathname = clean.pathname.replace(/\/ref=[^/]{0,80}\/?$/, '');
  for (const name of new Set(clean.searchParams.keys())) if (TRACKING.test(name)) clean.searchParams.delete(name);
  clean.searchParams.sort();
  return clean.href;
}

/** Path of a URL for comparing pages: decoded, lower case, without a trailing slash. */
export function pathKey(url: URL): string {
  let path = url.pathname;
  try {
    path = decodeURIComponent(path);
  } catch {
    // A lone % stays as it is.
  }
  return path.toLowerCase().replace(/\/+$/, '') || '/';
}

/** An absolute http(s) URL of an image or link; undefined for data: and nonsense. */
export function absolute(text: string, base: URL): string | undefined {
  if (text.length > 4_000) return undefined;
  return parseUrl(text, base)?.href;
}
